package org.sparkradam.ml;

import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/** Says on Spark's own pages what a stage's jobs do, and afterwards what was said before. */
final class JobDescription {
  private static final String PROPERTY = "spark.job.description";

  private JobDescription() {}

  /** Describes the jobs that this thread runs within some work, which may describe them better. */
  static <T> T during(MiniBatchStage stage, SparkContext context, String what, Supplier<T> work) {
    String before = context.getLocalProperty(PROPERTY);
    say(stage, context, what);
    try {
      return work.get();
    } finally {
      context.setLocalProperty(PROPERTY, before);
    }
  }

  static void say(MiniBatchStage stage, SparkContext context, String what) {
    context.setLocalProperty(PROPERTY, stage.uid() + ": " + what);
  }
}
