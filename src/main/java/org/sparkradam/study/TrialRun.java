package org.sparkradam.study;

import java.util.Optional;

/**
 * What came of training one trial.
 *
 * @param steps gradients consumed; for L-BFGS iterations
 * @param rowsSeen rows in all its minibatches; for MLlib's sampler the expected number
 * @param seconds of training, evaluation not counted; in lock-step its share
 * @param weights the last ones, in the model's layout
 * @param divergence why the trial counts as diverged, if it does
 */
public record TrialRun(
    Trial trial,
    long steps,
    double rowsSeen,
    double seconds,
    double[] weights,
    Optional<String> divergence) {}
