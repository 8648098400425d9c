/**
 * One model of one table: fits a pipeline stage to a prepared table, measures it by Spark's own
 * metrics, reports on it, saves it as a pipeline that needs nothing but Spark, and applies such a
 * pipeline to other tables. What a model is, {@code model} says, for comparisons too.
 *
 * <p>May import every package but {@code study} and {@code jobs}.
 */
package org.sparkradam.fit;
