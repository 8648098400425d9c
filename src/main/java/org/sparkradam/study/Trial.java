package org.sparkradam.study;

import java.util.ArrayList;
import java.util.List;

/**
 * One training run of a comparison. Its seed sets its start and its minibatches; trials of one seed
 * share both and are compared paired.
 *
 * @param id position in the comparison, from 1
 */
public record Trial(int id, Solver solver, double learningRate, long seed) {
  /**
   * Every solver at every rate: seed by seed, so that what a seed needs is held only once, and rate
   * by rate, so that solvers run side by side and a machine's moods touch them alike.
   */
  public static List<Trial> grid(List<Solver> solvers, double[] learningRates, long[] seeds) {
    List<Trial> trials = new ArrayList<>();
    for (long seed : seeds) {
      for (double rate : learningRates) {
        for (Solver solver : solvers) {
          trials.add(new Trial(trials.size() + 1, solver, rate, seed));
        }
      }
    }
    return List.copyOf(trials);
  }

  /** For a person to read. */
  public String title() {
    return "%s, learning rate %s, seed %d".formatted(solver.name(), learningRate, seed);
  }
}
