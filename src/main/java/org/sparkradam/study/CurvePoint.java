package org.sparkradam.study;

import java.util.stream.DoubleStream;
import org.sparkradam.train.evaluation.Evaluation;

/**
 * A point of a learning curve.
 *
 * @param epoch rows seen as a multiple of the training rows
 * @param seconds of training, evaluation not counted
 * @param training on the curve's training rows
 * @param test on the curve's test rows
 */
public record CurvePoint(
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
