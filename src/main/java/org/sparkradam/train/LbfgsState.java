package org.sparkradam.train;

import java.util.Optional;

/**
 * Where L-BFGS is after an iteration.
 *
 * @param iteration from 0, the start
 * @param evaluations of objective and gradient so far, the start's among them
 * @param objective at the weights, with its L1 part
 * @param weights the caller's to keep
 * @param stop why this is the last state; empty while there is more to come
 */
public record LbfgsState(
    int iteration, int evaluations, double objective, double[] weights, Optional<String> stop) {}
