/**
 * One model of one table: fits a pipeline stage to a prepared table, measures it by Spark's own
 * metrics, reports on it, saves it as a pipeline that needs nothing but Spark, and applies such a
 * pipeline to other tables.
 *
 * <p>May import every package but {@code jobs}; the rest of {@code study} does not import it.
 */
package org.sparkradam.study.fit;
