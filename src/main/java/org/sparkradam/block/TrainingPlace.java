package org.sparkradam.block;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

  /** All titles, as a text for people. */
  public static String titles() {
    return Arrays.stream(values()).map(TrainingPlace::title).collect(Collectors.joining(", "));
  }

  /**
   * The place of a title.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TrainingPlace of(String title) {
    return Arrays.stream(values())
        .filter(place -> place.title().equals(title))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException("must be one of " + titles() + ", but was " + title));
  }
}
