package org.sparkradam.ml;

import org.apache.spark.ml.util.Identifiable$;

/**
 * A stage's uid, announced before its superclass is constructed: there Spark makes params, which
 * ask for the uid of their owner before any field of the stage is set.
 */
record StageUid(String value) {
  private static final ThreadLocal<String> PENDING = new ThreadLocal<>();

  /** The uid of the stage that this thread is about to construct. */
  static StageUid announced(String uid) {
    PENDING.set(uid);
    return new StageUid(uid);
  }

  /** The uid of a stage: its own or, as long as it has none, the one announced. */
  static String of(String own) {
    return own == null ? PENDING.get() : own;
  }

  static String random(String prefix) {
    return Identifiable$.MODULE$.randomUID(prefix);
  }
}
