package org.sparkradam.study.paired;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.loss.PortableKernel;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.DataFacts;
import org.sparkradam.study.EngineKind;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.LinearKind;
import org.sparkradam.study.LinearModel;
import org.sparkradam.study.RunLimits;
import org.sparkradam.study.SolverParser;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.TrialRun;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.evaluation.Evaluation;

/** Results of comparisons as if they had been trained. */
public final class HandMade {
  private HandMade() {}

  /** The test loss that a trial is to have; NaN makes it diverge. */
  @FunctionalInterface
  public interface Losses {
    double of(String solver, double learningRate, long seed);
  }

  /** A logistic comparison whose accuracy is 1 minus its loss. */
  public static ComparisonResult result(
      String solvers, double[] rates, long[] seeds, Losses losses) {
    ComparisonSpec spec =
        new ComparisonSpec(
            new LinearModel(LinearKind.SOFTMAX, 3, 3),
            SolverParser.parseList(solvers),
            rates,
            seeds,
            10,
            new RunLimits(9, Double.POSITIVE_INFINITY),
            Penalty.none(),
            EngineKind.MINIBATCH,
            new PortableKernel(),
            OptionalInt.empty(),
            Aggregation.automatic(),
            TrainingPlace.EXECUTORS,
            0);
    return new ComparisonResult(
        spec,
        new DataFacts(LabelScale.NONE, 100, 20, "0123456789abcdef", 2, TrainingPlace.EXECUTORS),
        spec.trials().stream().map(trial -> outcome(trial, losses)).toList(),
        Optional.empty());
  }

  private static TrialOutcome outcome(Trial trial, Losses losses) {
    double loss = losses.of(trial.solver().name(), trial.learningRate(), trial.seed());
    Optional<String> divergence =
        Double.isNaN(loss) ? Optional.of("loss not finite at step 3") : Optional.empty();
    Evaluation evaluation = new Evaluation(loss, 1 - loss);
    return new TrialOutcome(
        new TrialRun(trial, 9, 90, 2, new double[] {1}, divergence),
        evaluation,
        evaluation,
        List.of());
  }
}
