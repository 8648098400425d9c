package org.sparkradam.study.histogram;

import java.util.List;
import java.util.Optional;
import org.sparkradam.train.evaluation.Evaluation;

/**
 * A trial with its gradients' histograms.
 *
 * @param solver as the user wrote it
 * @param steps in their order; fewer if it diverged
 * @param training loss and metric of its last weights on all training rows
 * @param test on all test rows
 * @param divergence why it diverged, if it did
 */
record RecordedTrial(
    String solver,
    long seed,
    List<RecordedStep> steps,
    Evaluation training,
    Evaluation test,
    Optional<String> divergence) {}
