/**
 * Measures what a step costs, beside Spark's own trainers, and whether that is what was promised.
 */
package org.sparkradam.benchmark;
