/**
 * Between weights and Spark's models: making models, taking weights out of them, the classes that a
 * label stands for, and training summaries.
 *
 * <p>For {@code ml} alone; may import {@code loss} and {@code ml.internal.moments}.
 */
package org.sparkradam.ml.internal.model;
