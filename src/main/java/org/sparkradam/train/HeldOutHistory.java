package org.sparkradam.train;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.train.checkpoint.SavedState;
import org.sparkradam.train.evaluation.Evaluation;

/** A trial's evaluations on held-out rows, and the weights of the best one. Not thread-safe. */
public final class HeldOutHistory implements Resumable {
  private static final int NUMBERS_A_POINT = 3;

  private final List<Point> points = new ArrayList<>();
  private int best = -1;
  private double[] bestWeights = {};

  /** An evaluation and the step that it is of. */
  public record Point(long step, Evaluation evaluation) {}

  HeldOutHistory() {}

  /** All evaluations, in order. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /**
   * The evaluation with the lowest loss.
   *
   * @throws IndexOutOfBoundsException if there was none with a finite loss
   */
  public Point best() {
    return points.get(best);
  }

  /** The weights of the best evaluation, empty before there is one; a copy of the trial's. */
  public double[] bestWeights() {
    return bestWeights.clone();
  }

  /** Evaluations since the best one. */
  int sinceBest() {
    return points.size() - 1 - best;
  }

  boolean reaches(long step) {
    return !points.isEmpty() && points.get(points.size() - 1).step() == step;
  }

  void add(long step, Evaluation evaluation, double[] weights, double tolerance) {
    points.add(new Point(step, evaluation));
    double loss = evaluation.loss();
    if (best < 0 ? Double.isFinite(loss) : loss < best().evaluation().loss() - tolerance) {
      best = points.size() - 1;
      bestWeights = weights.clone();
    }
  }

  @Override
  public void save(SavedState to) {
    double[] numbers = new double[NUMBERS_A_POINT * points.size()];
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      numbers[NUMBERS_A_POINT * i] = point.step();
      numbers[NUMBERS_A_POINT * i + 1] = point.evaluation().loss();
      numbers[NUMBERS_A_POINT * i + 2] = point.evaluation().metric();
    }
    to.put("points", numbers);
    to.put("best", (long) best);
    to.put("bestWeights", bestWeights);
  }

  @Override
  public void restore(SavedState from) {
    double[] numbers = from.array("points");
    points.clear();
    for (int at = 0; at < numbers.length; at += NUMBERS_A_POINT) {
      Evaluation evaluation = new Evaluation(numbers[at + 1], numbers[at + 2]);
      points.add(new Point((long) numbers[at], evaluation));
    }
    best = (int) from.count("best");
    bestWeights = from.array("bestWeights");
  }
}
