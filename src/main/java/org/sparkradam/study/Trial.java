package org.sparkradam.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.sparkradam.study.solver.Solver;

/**
 * One training run of a comparison. Its seed sets its start and its minibatches; trials of one seed
 * share both and are compared paired.
 *
 * @param id position in the comparison, from 1
 * @param learningRate NaN for a solver that has none
 */
public record Trial(int id, Solver solver, double learningRate, long seed) {
  /**
   * Every solver at every rate: seed by seed, so that what a seed needs is held only once, and rate
   * by rate, so that solvers run side by side and a machine's moods touch them alike. Solvers
   * without a rate come last of their seed.
   */
  public static List<Trial> grid(List<Solver> solvers, double[] learningRates, long[] seeds) {
    List<Trial> trials = new ArrayList<>();
    for (long seed : seeds) {
      for (double rate :
          DoubleStream.concat(Arrays.stream(learningRates), DoubleStream.of(Double.NaN))
              .toArray()) {
        for (Solver solver : solvers) {
          if (has(solver.rates(learningRates), rate)) {
            trials.add(new Trial(trials.size() + 1, solver, rate, seed));
          }
        }
      }
    }
    return List.copyOf(trials);
  }

  private static boolean has(double[] rates, double rate) {
    return Arrays.stream(rates).anyMatch(one -> Double.compare(one, rate) == 0);
  }

  /** For a person to read. */
  public String title() {
    return Double.isNaN(learningRate)
        ? String.format(Locale.ROOT, "%s, seed %d", solver.name(), seed)
        : String.format(
            Locale.ROOT, "%s, learning rate %s, seed %d", solver.name(), learningRate, seed);
  }

  /**
   * What came of training one trial.
   *
   * @param steps gradients consumed; for L-BFGS iterations
   * @param rowsSeen rows in all its minibatches; for MLlib's sampler the expected number
   * @param seconds of training, evaluation not counted; in lock-step its share
   * @param weights the last ones, in the model's layout
   * @param divergence why the trial counts as diverged, if it does
   */
  public record Run(
      Trial trial,
      long steps,
      double rowsSeen,
      double seconds,
      double[] weights,
      Optional<String> divergence) {}
}
