package org.sparkradam.study;

/**
 * How long a trial may train.
 *
 * @param steps at most
 * @param seconds at most, infinite for no limit
 */
public record RunLimits(long steps, double seconds) {}
