package org.sparkradam.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Sgd;
import org.sparkradam.train.checkpoint.CheckpointFolder;

/**
 * The driver that {@link KilledDriverIT} kills: trains SGD, Adam and RAdam in lock-step, resumed
 * from the folder that is its argument, says which step it has done, and at the end what came of
 * it.
 */
public final class KilledDriver {
  static final long STEPS = 60;
  static final String STEP = "step ";
  static final String RESUMED = "resumed at ";
  static final String RESULT = "result ";

  private static final double[] START = {0.1, 0, -0.2, 0.3, 0, 0.5};

  private KilledDriver() {}

  public static void main(String[] arguments) {
    Configuration hadoop = new Configuration();
    hadoop.set("fs." + StallingFileSystem.SCHEME + ".impl", StallingFileSystem.class.getName());
    hadoop.set(StallingFileSystem.STALL_AT, arguments.length > 1 ? arguments[1] : "");
    CheckpointFolder folder = new CheckpointFolder(hadoop, arguments[0]);
    try (ShuffledBlocks blocks = Tables.classes(900)) {
      List<LockstepTrial> trials = trials();
      LockstepTraining training = training(blocks, trials);
      Checkpoints checkpoints =
          new Checkpoints(
              folder,
              new TreeMap<>(Map.of("data", blocks.fingerprint())),
              Map.of("training", training));
      TrainingLoop loop =
          new TrainingLoop(StopRule.afterSteps(STEPS), List.of(new Told(), checkpoints.every(2)));
      loop.resume(training, checkpoints, STEPS);
      loop.run(training);
      trials.forEach(trial -> say(RESULT + bits(trial)));
    }
  }

  private static final class Told implements TrainingListener {
    @Override
    public void onResume(Resumption resumption) {
      if (resumption.checkpoint().isPresent()) {
        say(RESUMED + resumption.legs().get(0).done());
      }
    }

    @Override
    public void onState(TrainingState state) {
      say(STEP + state.step());
    }
  }

  private static List<LockstepTrial> trials() {
    List<LockstepTrial> trials = new ArrayList<>();
    for (long seed : new long[] {1, 2}) {
      trials.add(LockstepTrial.of(seed, Optimizer.of(new Sgd(0.9, false), 0.1), START));
      trials.add(LockstepTrial.of(seed, Optimizer.of(Adam.defaults(), 0.05), START));
      trials.add(LockstepTrial.of(seed, Optimizer.of(RAdam.defaults(), 0.1), START));
    }
    return trials;
  }

  private static LockstepTraining training(ShuffledBlocks blocks, List<LockstepTrial> trials) {
    BlockLoss loss = new LinearLoss(new Logistic(), Tables.FEATURES, Term.FITTED);
    return new LockstepTraining(blocks, loss, Kernel.ofThisJvm(), trials, 70, 2);
  }

  private static String bits(LockstepTrial trial) {
    return Arrays.stream(trial.weights())
            .mapToObj(Double::toHexString)
            .collect(Collectors.joining(" "))
        + " "
        + Arrays.hashCode(trial.history().losses());
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
