package org.sparkradam.study;

import java.util.OptionalInt;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.train.Aggregation;

/** Comparisons for the tests of this package. */
public final class Specs {
  private Specs() {}

  public static ComparisonSpec of(
      ModelSpec model, String solvers, double[] rates, long[] seeds, long batchSize, long steps) {
    return new ComparisonSpec(
        model,
        SolverParser.parseList(solvers),
        rates,
        seeds,
        batchSize,
        new ComparisonSpec.RunLimits(steps, Double.POSITIVE_INFINITY),
        Penalty.none(),
        ComparisonSpec.EngineKind.MINIBATCH,
        new PortableKernel(),
        OptionalInt.of(2),
        Aggregation.automatic(),
        TrainingPlace.EXECUTORS,
        0);
  }

  public static ComparisonSpec by(ComparisonSpec.EngineKind engine, ComparisonSpec spec) {
    return new ComparisonSpec(
        spec.model(),
        spec.solvers(),
        spec.learningRates(),
        spec.seeds(),
        spec.batchSize(),
        spec.limits(),
        spec.penalty(),
        engine,
        spec.kernel(),
        spec.partitions(),
        spec.aggregation(),
        spec.place(),
        spec.splitSeed());
  }
}
