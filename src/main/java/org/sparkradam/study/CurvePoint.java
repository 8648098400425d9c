package org.sparkradam.study;

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
    Evaluation test) {}
