package org.sparkradam.jobs.habits;

import java.util.List;

/**
 * One case: a table to learn from, and tables that the model is asked about.
 *
 * @param train the arguments of the training, but for the output folder
 * @param scored the tables to score, each by its arguments, but for model and output folder
 * @param names what a refusal may name: columns and files
 */
public record Habit(long seed, List<String> train, List<Scored> scored, List<String> names) {
  /**
   * A table to score.
   *
   * @param isTested whether it holds the rows that the training was told to test on, so that the
   *     metrics have to be the same
   */
  public record Scored(List<String> arguments, boolean isTested) {}
}
