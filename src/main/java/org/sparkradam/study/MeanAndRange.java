package org.sparkradam.study;

import java.util.Arrays;

/** Mean, least and greatest of a few values, such as those of a trial's seeds. */
public record MeanAndRange(double mean, double low, double high) {
  public static MeanAndRange of(double... values) {
    return new MeanAndRange(
        Arrays.stream(values).average().orElse(Double.NaN),
        Arrays.stream(values).min().orElse(Double.NaN),
        Arrays.stream(values).max().orElse(Double.NaN));
  }
}
