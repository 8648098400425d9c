package org.sparkradam.jobs;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.optim.Require;
import org.sparkradam.study.StudyModel;
import org.sparkradam.study.fit.FitSpec;
import org.sparkradam.study.fit.StageSetting;
import org.sparkradam.study.fit.StageSolver;
import org.sparkradam.table.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how one model is fitted; what is not given, the stage chooses. */
final class FitOptions {
  @Option(
      names = "--solver",
      paramLabel = "SOLVER",
      description =
          "radam, adam, adamw or sgd, which may carry settings, as in radam:rhoThreshold=5;"
              + " default ${DEFAULT-VALUE}")
  String solver = "radam";

  @Option(
      names = "--learning-rate",
      paramLabel = "α",
      description = "default by the stage, falling to 0 along a cosine")
  Double learningRate;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "rows in a minibatch; default by the number of rows")
  Long batchSize;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "default by the number of rows, unless --epochs is given")
  Integer steps;

  @Option(
      names = "--epochs",
      paramLabel = "X",
      description = "passes over the training rows; needs --batch-size")
  Double epochs;

  @Mixin PenaltyOptions penalty = new PenaltyOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the start and the order of the rows; default ${DEFAULT-VALUE}")
  long seed = 42;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "chunks that the training rows are shuffled into; default by their bytes")
  Integer partitions;

  @Option(
      names = "--aggregation-depth",
      paramLabel = "N",
      description = "levels in which a step's gradients are summed; default by their size")
  Integer aggregationDepth;

  @Option(
      names = "--class-weight",
      paramLabel = "balanced",
      description = "none, or balanced: rows of rare classes count for more; default none")
  String classWeight;

  @Option(
      names = "--checkpoint-dir",
      paramLabel = "DIR",
      description =
          "where checkpoints go, any Hadoop path; a fit that died goes on by itself when the same"
              + " command is given again; default none are written")
  String checkpointDir;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "steps between two checkpoints; default 100")
  Integer checkpointEvery;

  void check() {
    penalty.check();
    try {
      Require.positive("--epochs", epochs == null ? 1 : epochs);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    if (steps != null && epochs != null) {
      throw new BadInputException("--steps and --epochs say the same thing; give one of them");
    }
    if (epochs != null && batchSize == null) {
      throw new BadInputException("--epochs needs --batch-size, to be counted in steps");
    }
    StageSolver.settings(solver);
  }

  /**
   * What to fit to a table.
   *
   * @param rows to train on
   * @param weight the table's column of row weights, or null
   */
  FitSpec spec(StudyModel model, long rows, String weight) {
    List<StageSetting> settings = new ArrayList<>(StageSolver.settings(solver));
    add(settings, "--learning-rate", "stepSize", learningRate);
    add(settings, "--batch-size", "batchSize", batchSize);
    add(settings, "--steps", "maxIter", steps);
    add(settings, "--epochs", "maxIter", stepsOfEpochs(rows));
    add(settings, "--reg-param", "regParam", penalty.regParam > 0 ? penalty.regParam : null);
    add(
        settings,
        "--elastic-net",
        "elasticNetParam",
        penalty.elasticNet > 0 ? penalty.elasticNet : null);
    add(settings, "--seed", "seed", seed);
    add(settings, "--partitions", "numPartitions", partitions);
    add(settings, "--aggregation-depth", "aggregationDepth", aggregationDepth);
    add(settings, "--class-weight", "classWeight", classWeight);
    add(settings, "--checkpoint-dir", "checkpointDir", checkpointDir);
    add(settings, "--checkpoint-every", "checkpointInterval", checkpointEvery);
    add(settings, "--weight", "weightCol", weight == null ? null : "weight");
    return new FitSpec(model, settings);
  }

  private static void add(
      List<StageSetting> settings, String option, String param, Object valueOrNull) {
    if (valueOrNull != null) {
      settings.add(new StageSetting(option, param, valueOrNull));
    }
  }

  private Integer stepsOfEpochs(long rows) {
    if (epochs == null) {
      return null;
    }
    double batches = Math.ceil(epochs * rows / Math.min(batchSize, rows));
    if (batches > Integer.MAX_VALUE) {
      throw new BadInputException("--epochs %s: that is %.0f steps".formatted(epochs, batches));
    }
    return (int) batches;
  }
}
