package org.sparkradam.jobs;

import java.util.OptionalInt;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.optim.Require;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.Aggregation;
import picocli.CommandLine.Option;

/** The options that say what the steps are computed by. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "minibatch: all trials in lock-step, a step reads its minibatch only; mllib: MLlib's own"
              + " GradientDescent, for comparison; default minibatch")
  ComparisonSpec.EngineKind engine = ComparisonSpec.EngineKind.MINIBATCH;

  @Option(
      names = "--kernel",
      paramLabel = "KERNEL",
      description =
          "portable (the same bits on any machine), vector:4, vector:8, netlib:java, netlib:vector"
              + " or netlib:native;"
              + " default the best in Java that the driver has")
  String kernel;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "chunks that the training rows are shuffled into; default by their bytes, or one a core"
              + " with --engine mllib")
  Integer partitions;

  @Option(
      names = "--train-on",
      paramLabel = "PLACE",
      description =
          "executors, driver or auto: where the rows lie and steps are computed, which changes no"
              + " bit; default executors, since that is what is compared")
  String trainOn = TrainingPlace.EXECUTORS.title();

  @Option(
      names = "--aggregation-depth",
      paramLabel = "N",
      description =
          "levels in which a step's gradients are summed: 1 is all on the driver, each further one"
              + " a shuffle between executors; default by their size; the bits are the same")
  Integer aggregationDepth;

  void check() {
    if (place() != TrainingPlace.EXECUTORS && engine == ComparisonSpec.EngineKind.MLLIB) {
      throw new BadInputException(
          "--train-on must be executors with --engine mllib, but was " + trainOn);
    }
    try {
      aggregation();
      Require.atLeast("--partitions", partitions == null ? 1 : partitions, 1);
      kernel();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new BadInputException(e.getMessage(), e);
    }
  }

  Kernel kernel() {
    return kernel == null ? Kernel.ofThisJvm() : Kernel.named(kernel);
  }

  Aggregation aggregation() {
    return aggregationDepth == null
        ? Aggregation.automatic()
        : Aggregation.ofDepth(aggregationDepth);
  }

  TrainingPlace place() {
    return ChoiceOption.of("--train-on", TrainingPlace.class, trainOn);
  }

  OptionalInt partitions() {
    return partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions);
  }
}
