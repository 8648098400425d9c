package org.sparkradam.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.Kernel;

/**
 * The logistic gradient of one block on one core, without any Spark job: against the aggregator of
 * Spark's {@code LogisticRegression}, called directly on blocks of its default size.
 */
record KernelCase() implements BenchmarkCase {
  private static final int ACTIVE = 10;
  private static final int TRIALS = 8;
  private static final int EVALUATIONS = 4;

  @Override
  public String name() {
    return "kernel";
  }

  @Override
  public String title() {
    return "the gradient on one core";
  }

  @Override
  public double seconds() {
    return 60;
  }

  @Override
  public List<Finding> run(Bench bench) {
    List<Finding> findings = new ArrayList<>();
    int rows = (int) bench.scaled(1_000_000);
    findings.addAll(measure(bench, BenchmarkBlocks.dense(rows, Bench.FEATURES), 0.4));
    findings.addAll(measure(bench, BenchmarkBlocks.dense(rows / 6, 200), 0.65));
    findings.addAll(measure(bench, BenchmarkBlocks.sparse(rows, 300, ACTIVE), 0.65));
    findings.addAll(measure(bench, BenchmarkBlocks.sparse(rows, 100_000, ACTIVE), 0.65));
    return findings;
  }

  private List<Finding> measure(Bench bench, RowBlock block, double most) {
    String what = what(block);
    List<Timings> times =
        bench.measure(
            what,
            bench.fewTurns(),
            List.of(
                ours(block, 1),
                ours(block, TRIALS),
                SparkAggregator.over(block).side(EVALUATIONS)));
    Finding.Quantity one = times.get(0).median("gradient of " + what);
    return List.of(
        Finding.times(
            name(),
            one,
            times.get(2).median("BinaryLogisticBlockAggregator"),
            Requirement.atMost(most)),
        Finding.times(
            name(),
            times.get(1).median("gradients of " + TRIALS + " weight vectors"),
            new Finding.Quantity("of " + TRIALS + " single ones", TRIALS * one.value()),
            Requirement.atMost(0.6)));
  }

  private static String what(RowBlock block) {
    return String.format(Locale.ROOT, "%,d rows of %,d features", block.rows(), block.features());
  }

  private static Side ours(RowBlock block, int vectors) {
    LinearLoss loss = new LinearLoss(new Logistic(), block.features(), Term.FITTED);
    double[][] weights = new double[vectors][];
    Arrays.setAll(weights, k -> BenchmarkBlocks.weights(loss.weightCount(), k));
    RowRange all = new RowRange(0, block.rows());
    return Side.of(
        EVALUATIONS,
        () ->
            loss.add(
                block,
                all,
                weights,
                new GradientSums(vectors, loss.weightCount()),
                Kernel.ofThisJvm()));
  }
}
