package org.sparkradam.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.RuleState;

/**
 * The driver's part of a step over many weights, which memory bounds: beside plain additions over
 * as many bytes, and beside steps of the few weights that a minibatch touches.
 */
record WeightsCase() implements BenchmarkCase {
  private static final int CALLS = 4;
  private static final int TOUCHED_OF = 100;
  private static final double ROW_WEIGHT = 20_000;

  @Override
  public String name() {
    return "weights";
  }

  @Override
  public String title() {
    return "the driver's step over many weights";
  }

  @Override
  public double seconds() {
    return 10;
  }

  @Override
  public List<Finding> run(Bench bench) {
    int size = (int) bench.scaled(10_000_000);
    Optimizer plain = Optimizer.of(RAdam.defaults(), 1e-3);
    double[] gradient = new SplittableRandom(1).doubles(size).toArray();
    double[] weights = new double[size];
    RuleState state = plain.start(size);
    int[] touched = IntStream.range(0, size / TOUCHED_OF).map(i -> i * TOUCHED_OF).toArray();
    double[] ofTouched = Arrays.copyOf(gradient, touched.length);
    List<Timings> times =
        bench.measure(
            String.format(Locale.ROOT, "steps of %,d weights and triads", size),
            bench.turns(),
            List.of(
                steps(plain, state, weights, gradient),
                Triad.over(Triad.BYTES_OF_STEP * size).side(CALLS),
                steps(plain.withPenalty(Penalty.none().withL2(1e-6)), state, weights, gradient),
                Side.of(
                    CALLS,
                    () -> plain.stepTouched(state, weights, touched, ofTouched, ROW_WEIGHT))));
    return findings(times, size);
  }

  private static Side steps(
      Optimizer optimizer, RuleState state, double[] weights, double[] gradient) {
    return Side.of(CALLS, () -> optimizer.step(state, weights, gradient, ROW_WEIGHT));
  }

  private List<Finding> findings(List<Timings> times, int size) {
    Finding.Quantity step =
        times.get(0).median(String.format(Locale.ROOT, "RAdam's step of %,d weights", size));
    Finding.Quantity triad = times.get(1).median("a triad a = b + s·c over the same bytes");
    return List.of(
        Finding.times(name(), step, triad, Requirement.atMost(1.5)),
        Finding.times(name(), times.get(2).median("with L2"), triad, Requirement.none()),
        Finding.times(
            name(),
            times.get(3).median("step of the touched weights, 1 of " + TOUCHED_OF),
            step,
            Requirement.none()));
  }
}
