package org.sparkradam.ml;

/**
 * All that says how a stage trains, the same for every stage: features, budget, update rule,
 * held-out rows, checkpoints, and what is reported.
 *
 * @param <S> the stage
 */
public interface HasTraining<S>
    extends HasFeaturesCols<S>,
        HasBudget<S>,
        HasOptimizer<S>,
        HasOptimizerVariants<S>,
        HasValidation<S>,
        HasCheckpoints<S>,
        HasMonitoring<S> {}
