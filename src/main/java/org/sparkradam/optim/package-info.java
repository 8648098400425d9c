/**
 * Update rules and what composes around them: rectifier, variance of the adaptive rate, schedules,
 * clipping, penalties, explicit state.
 *
 * <p>Pure Java: works without Spark on the classpath and imports none of this project's other
 * packages. What is serialised is for one run; what is kept is a {@link
 * org.sparkradam.optim.RuleState}'s names and numbers.
 *
 * <p>A setting out of the range that is stated for it is refused with an {@link
 * java.lang.IllegalArgumentException} that names it, its value and the range.
 *
 * @serial exclude
 */
package org.sparkradam.optim;
