package org.sparkradam.study.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.fit.Progress;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.StopRule;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingLoop;

/**
 * Trains the trials of a comparison again, one after the other, each over the minibatches that it
 * had in lock-step: what lock-step saves, and whether it changes a result.
 *
 * @param lockstepSeconds of training all trials together, evaluation not counted
 * @param aloneSeconds of training them one by one
 * @param trials how many there are
 * @param sameBits how many of them ended with the same bits alone
 */
public record TrialsAlone(double lockstepSeconds, double aloneSeconds, int trials, long sameBits) {
  /**
   * Trains them on the blocks of the result's run, which it makes anew.
   *
   * @param result of the same table, by {@link ComparisonSpec.EngineKind#MINIBATCH}
   */
  public static TrialsAlone of(ComparisonResult result, PreparedTable table, Progress progress) {
    ComparisonSpec spec = result.spec();
    List<Trial.Run> together =
        result.outcomes().stream()
            .map(TrialOutcome::run)
            .filter(run -> run.trial().solver().hasRate())
            .toList();
    IngestSettings ingest = IngestSettings.of(spec.splitSeed()).withChunks(result.data().chunks());
    LabelScale labels = result.data().labels();
    try (ComparisonData data =
        new ComparisonData(table, spec.model(), labels, spec.kernel(), ingest, 1)) {
      double seconds = 0;
      long same = 0;
      for (int i = 0; i < together.size(); i++) {
        Trial.Run run = together.get(i);
        progress.training(
            String.format(
                Locale.ROOT, "%s alone, %d of %d", run.trial().title(), i + 1, together.size()),
            (double) i / together.size());
        LockstepTrial alone = train(spec, data, run.trial());
        seconds += alone.seconds();
        same += Arrays.equals(alone.weights(), run.weights()) ? 1 : 0;
      }
      double shared = together.stream().mapToDouble(Trial.Run::seconds).sum();
      return new TrialsAlone(shared, seconds, together.size(), same);
    }
  }

  private static LockstepTrial train(ComparisonSpec spec, ComparisonData data, Trial trial) {
    LockstepTraining training = MinibatchEngine.lockstep(spec, data, List.of(trial));
    List<TrainingListener> nobody = List.of();
    new TrainingLoop(StopRule.afterSteps(spec.limits().steps()), nobody).run(training);
    return training.state().trials().get(0);
  }

  /** How many times longer it takes without lock-step. */
  public double ratio() {
    return aloneSeconds / lockstepSeconds;
  }
}
