package org.sparkradam.study.engine;

/**
 * The weights of a trial at a moment of its training.
 *
 * @param step gradients consumed so far
 * @param seconds of training until then, evaluation not counted
 */
public record Snapshot(long step, double seconds, double[] weights) {}
