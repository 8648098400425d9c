package org.sparkradam.study;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.Aggregation;

/**
 * What a comparison runs: every solver at every rate and seed.
 *
 * @param model what is trained; one that MLlib has a gradient of if it is to train it
 * @param batchSize rows in a minibatch, for MLlib's sampler on average
 * @param penalty of the objective; intercepts are never penalised
 * @param kernel that computes losses and gradients
 * @param partitions of the training rows; by their bytes if empty, or one a core for MLlib
 * @param aggregation where a step's sums are evaluated, which changes no bit
 * @param place where rows lie and steps are computed, which changes no bit either
 * @param splitSeed of the shuffle of rows into blocks
 */
public record ComparisonSpec(
    ModelSpec model,
    List<Solver> solvers,
    double[] learningRates,
    long[] seeds,
    long batchSize,
    RunLimits limits,
    Penalty penalty,
    EngineKind engine,
    Kernel kernel,
    OptionalInt partitions,
    Aggregation aggregation,
    TrainingPlace place,
    long splitSeed) {

  /**
   * @throws BadInputException if a rate or seed is there twice, or the run is too short for a
   *     solver
   */
  public ComparisonSpec {
    requireDistinct("learning rate", Arrays.stream(learningRates).boxed());
    requireDistinct("seed", Arrays.stream(seeds).boxed());
    solvers.forEach(solver -> solver.requireFits(limits.steps()));
  }

  private static void requireDistinct(String what, Stream<?> values) {
    Set<Object> seen = new HashSet<>();
    values
        .filter(value -> !seen.add(value))
        .findFirst()
        .ifPresent(
            value -> {
              throw new BadInputException("%s %s is there twice".formatted(what, value));
            });
  }

  /** Those that have rates, in the order of the command line. */
  public List<Solver> solversWithRates() {
    return solvers.stream().filter(Solver::hasRate).toList();
  }

  /** The trials in the order in which they run. */
  public List<Trial> trials() {
    return Trial.grid(solvers, learningRates, seeds);
  }

  /** How the training rows become blocks. */
  public IngestSettings ingestSettings() {
    IngestSettings bySize = IngestSettings.of(splitSeed).withPlace(place);
    return partitions.isPresent() ? bySize.withChunks(partitions.getAsInt()) : bySize;
  }

  /** Share of the rows in a minibatch. */
  public double batchFraction(long rows) {
    return Math.min(1, (double) batchSize / rows);
  }

  /**
   * How long a trial may train.
   *
   * @param steps at most
   * @param seconds at most, infinite for no limit
   */
  public record RunLimits(long steps, double seconds) {}

  /** What trains the trials of a comparison. */
  public enum EngineKind {
    /** In lock-step on blocks: {@link org.sparkradam.train.LockstepTraining}. */
    MINIBATCH,
    /** One by one with MLlib's own {@code GradientDescent}. */
    MLLIB
  }

  /** What trials are measured by beside one another. */
  public enum Reference {
    /** The minimum of their objective, or what L-BFGS makes of it over all rows. */
    OPTIMUM,
    /** Nothing: pairs of trials say enough, and a costly model is spared the full batches. */
    NONE
  }
}
