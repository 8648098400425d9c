/**
 * Update rules and what composes around them: rectifier, variance of the adaptive rate, schedules,
 * clipping, penalties, explicit state.
 *
 * <p>Pure Java: works without Spark on the classpath and imports none of this project's other
 * packages.
 */
package org.sparkradam.optim;
