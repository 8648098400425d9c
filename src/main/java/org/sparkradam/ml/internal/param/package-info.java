/**
 * Spark's params with what they lack for a user's sake: values of all number types, and refusals
 * that say what is allowed.
 *
 * <p>Imports {@code optim} and nothing else of this project.
 */
package org.sparkradam.ml.internal.param;
