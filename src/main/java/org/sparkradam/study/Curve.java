package org.sparkradam.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.checkpoint.SavedState;
import org.sparkradam.train.evaluation.Evaluation;

/** The points of one trial's learning curve, as they come. Not thread-safe. */
public final class Curve implements Resumable {
  private static final int NUMBERS_A_POINT = 8;

  private final List<Point> points = new ArrayList<>();

  public void add(Point point) {
    points.add(point);
  }

  public List<Point> points() {
    return List.copyOf(points);
  }

  /** Whether the last point is of this step. */
  public boolean reaches(long step) {
    return !points.isEmpty() && points.get(points.size() - 1).step() == step;
  }

  @Override
  public void save(SavedState to) {
    to.put("points", points.stream().flatMapToDouble(Point::numbers).toArray());
  }

  @Override
  public void restore(SavedState from) {
    double[] numbers = from.array("points");
    points.clear();
    for (int at = 0; at < numbers.length; at += NUMBERS_A_POINT) {
      points.add(
          new Point(
              (long) numbers[at],
              numbers[at + 1],
              numbers[at + 2],
              numbers[at + 3],
              new Evaluation(numbers[at + 4], numbers[at + 5]),
              new Evaluation(numbers[at + 6], numbers[at + 7])));
    }
  }

  /**
   * A point of a learning curve.
   *
   * @param epoch rows seen as a multiple of the training rows
   * @param seconds of training, evaluation not counted
   * @param training on the curve's training rows
   * @param test on the curve's test rows
   */
  public record Point(
      long step,
      double epoch,
      double rowsSeen,
      double seconds,
      Evaluation training,
      Evaluation test) {
    /** All of it, in this order. */
    DoubleStream numbers() {
      return DoubleStream.of(
          step,
          epoch,
          rowsSeen,
          seconds,
          training.loss(),
          training.metric(),
          test.loss(),
          test.metric());
    }
  }
}
