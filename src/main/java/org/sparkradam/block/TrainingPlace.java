package org.sparkradam.block;

import java.util.Arrays;
import java.util.List;
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

  /** All titles. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(TrainingPlace::title).toList();
  }

  /** The place of a title that has been validated. */
  public static TrainingPlace of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }
}
