package org.sparkradam.block;

import java.util.Locale;

/** Where blocks lie and steps are computed; it changes no bit of what comes out. */
public enum TrainingPlace {
  /** On the driver if the blocks fit into a fair share of its heap, else on executors. */
  AUTO,
  /** On the driver's own threads, without a Spark job a step. */
  DRIVER,
  /** In Spark's cache, a Spark job a step. */
  EXECUTORS;

  /** The name that users write. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
