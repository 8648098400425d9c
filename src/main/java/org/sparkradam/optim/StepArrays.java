package org.sparkradam.optim;

/**
 * Arrays in which a step finds all that belongs to a coordinate at one place. Of loops that look at
 * the same place of every array the JVM makes vector instructions.
 *
 * @param gradient sums or means; only read
 * @param mean what makes clipped means of them
 * @param weights changed in place
 * @param state what the rule remembers, in the order of its names; changed in place
 * @param decay the decoupled decay λ of each weight, at the same places, for a step that {@link
 *     RuleStep#decays}; else of any contents; only read
 */
public record StepArrays(
    double[] gradient, MeanGradient mean, double[] weights, double[][] state, double[] decay) {}
