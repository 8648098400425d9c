package org.sparkradam.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.sparkradam.block.RowShuffle;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.fit.FitSpec;
import org.sparkradam.fit.RareClassPenalty;
import org.sparkradam.fit.StageSetting;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.optim.Require;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how one model is fitted; what is not given, the stage chooses. */
final class FitOptions {
  @Option(
      names = "--solver",
      paramLabel = "SOLVER",
      completionCandidates = Solvers.class,
      description =
          "${COMPLETION-CANDIDATES}, the last for linear models; may carry settings, as in"
              + " radam:rhoThreshold=5; default ${DEFAULT-VALUE}")
  String solver = "radam";

  @Option(
      names = "--learning-rate",
      paramLabel = "α",
      description = "default by the stage, falling to 0 along a cosine")
  Double learningRate;

  @Mixin BudgetOptions budget = new BudgetOptions();

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
      names = "--train-on",
      paramLabel = "PLACE",
      description =
          "auto, driver or executors: where the rows lie and steps are computed, which changes no"
              + " bit; default auto, the driver if they fit into a fair share of its heap")
  String trainOn;

  @Option(
      names = "--shuffle",
      paramLabel = "HOW",
      description =
          "global or partition: which rows share a chunk; partition keeps them where they are, for"
              + " tables in random order; default global")
  String shuffle;

  @Option(
      names = "--aggregation-depth",
      paramLabel = "N",
      description = "levels in which a step's gradients are summed; default by their size")
  Integer aggregationDepth;

  @Option(
      names = "--class-weight",
      paramLabel = "WEIGHTS",
      description =
          "none; balanced, so that all classes weigh the same together; or numbers above 0, one a"
              + " class, such as 1,25; default none")
  String classWeight;

  @Mixin CheckpointOptions checkpoints = new CheckpointOptions();

  /** What {@code --solver} may name. */
  static final class Solvers implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return StageSolver.names().iterator();
    }
  }

  void check() {
    budget.check();
    penalty.check();
    checkpoints.check();
    if (trainOn != null) {
      ChoiceOption.of("--train-on", TrainingPlace.class, trainOn);
    }
    if (shuffle != null) {
      ChoiceOption.of("--shuffle", RowShuffle.class, shuffle);
    }
    try {
      Require.positive("--learning-rate", learningRate == null ? 1 : learningRate);
      Require.atLeast("--partitions", partitions == null ? 1 : partitions, 1);
      Require.atLeast("--aggregation-depth", aggregationDepth == null ? 1 : aggregationDepth, 1);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    StageSolver.settings(solver);
  }

  /**
   * What to fit to a table.
   *
   * @param weight the table's column of row weights, or null
   */
  FitSpec spec(ModelSpec model, PreparedTable table, String weight) {
    List<StageSetting> settings = new ArrayList<>(StageSolver.settings(solver));
    add(settings, "--learning-rate", "stepSize", learningRate);
    add(settings, "--batch-size", "batchSize", budget.batchSize);
    add(settings, "--steps", "maxIter", budget.steps);
    double regParam =
        penalty(model, table).map(RareClassPenalty::regParam).orElse(penalty.regParam());
    add(settings, "--reg-param", "regParam", regParam > 0 ? regParam : null);
    add(
        settings,
        "--elastic-net",
        "elasticNetParam",
        penalty.elasticNet > 0 ? penalty.elasticNet : null);
    add(settings, "--seed", "seed", seed);
    add(settings, "--partitions", "numPartitions", partitions);
    add(settings, "--train-on", "trainOn", trainOn);
    add(settings, "--shuffle", "shuffle", shuffle);
    add(settings, "--aggregation-depth", "aggregationDepth", aggregationDepth);
    add(settings, "--class-weight", "classWeight", classWeight);
    add(settings, "--checkpoint-dir", "checkpointDir", checkpoints.folder);
    add(settings, "--checkpoint-every", "checkpointInterval", checkpoints.every);
    add(settings, "--weight", "weightCol", weight == null ? null : "weight");
    FitSpec spec = new FitSpec(model, settings, budget.maxSeconds);
    return budget.epochs == null
        ? spec
        : spec.withEpochs("--epochs", budget.epochs, table.counts().training());
  }

  /** The penalty that a table asks for, where the command says nothing of one. */
  Optional<RareClassPenalty> penalty(ModelSpec model, PreparedTable table) {
    boolean told = penalty.regParam != null || penalty.elasticNet > 0 || classWeight != null;
    return told ? Optional.empty() : RareClassPenalty.of(table, model);
  }

  private static void add(
      List<StageSetting> settings, String option, String param, Object valueOrNull) {
    if (valueOrNull != null) {
      settings.add(new StageSetting(option, param, valueOrNull));
    }
  }

  /** The options that say how much a fit reads; what is not given, the stage chooses. */
  private static final class BudgetOptions {
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

    @Option(names = "--epochs", paramLabel = "X", description = "passes over the training rows")
    Double epochs;

    @Option(
        names = "--max-seconds",
        paramLabel = "S",
        description =
            "the longest to train, ending with the weights that there are; default no limit")
    double maxSeconds = Double.POSITIVE_INFINITY;

    void check() {
      try {
        Require.atLeast("--batch-size", batchSize == null ? 1 : batchSize, 1);
        Require.atLeast("--steps", steps == null ? 1 : steps, 1);
        Require.positive("--epochs", epochs == null ? 1 : epochs);
      } catch (IllegalArgumentException e) {
        throw new BadInputException(e.getMessage(), e);
      }
      if (steps != null && epochs != null) {
        throw new BadInputException("--steps and --epochs say the same thing; give one of them");
      }
      if (!(maxSeconds > 0)) {
        throw new BadInputException("--max-seconds must be above 0, but was " + maxSeconds);
      }
    }
  }
}
