/**
 * What the next step of a run needs to know of those before, on disk: whole or ignored.
 *
 * <p>Knows Hadoop's file systems and names with their values; nothing of trials, losses or Spark.
 * Imports none of this project's other packages.
 */
package org.sparkradam.train.checkpoint;
