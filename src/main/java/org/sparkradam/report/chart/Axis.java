package org.sparkradam.report.chart;

import java.util.Optional;

/**
 * One axis of a plot.
 *
 * @param label what it measures, with its unit
 * @param scale how it spaces its values
 * @param limits where it begins and ends; found from the data when absent
 */
public record Axis(String label, Scale scale, Optional<Limits> limits) {
  /** An axis with equal spacing. */
  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR, Optional.empty());
  }

  /** A logarithmic axis. */
  public static Axis log(String label) {
    return new Axis(label, Scale.LOG, Optional.empty());
  }

  /** The same axis between fixed ends. */
  public Axis within(Limits fixed) {
    return new Axis(label, scale, Optional.of(fixed));
  }
}
