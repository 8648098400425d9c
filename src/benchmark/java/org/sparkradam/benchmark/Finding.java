package org.sparkradam.benchmark;

/**
 * One line of the benchmark: what was measured, of ours and of what it is compared with.
 *
 * @param part the part of the benchmark that found it
 * @param unit of both quantities
 * @param theirs what ours is compared with; a quantity of NaN where there is nothing
 */
public record Finding(String part, String unit, Quantity ours, Quantity theirs, Requirement asked) {
  /** A measured number and what it is of. */
  public record Quantity(String of, double value) {
    static final Quantity NONE = new Quantity("", Double.NaN);
  }

  /** Two times in milliseconds. */
  static Finding times(String part, Quantity ours, Quantity theirs, Requirement asked) {
    return new Finding(part, "ms", ours, theirs, asked);
  }

  /** A number that is not compared. */
  static Finding stated(String part, String unit, Quantity ours) {
    return new Finding(part, unit, ours, Quantity.NONE, Requirement.none());
  }

  /** In the sense of what is asked. */
  public double ratio() {
    return asked.sense().ratio(ours.value(), theirs.value());
  }

  /** The ratio in units of its bound: at most 1 where it is kept, NaN where nothing is asked. */
  double excess() {
    return asked.sense().excess(ratio(), asked.bound());
  }

  /** "yes" or "no"; empty where nothing is asked. */
  public String met() {
    if (!asked.exists()) {
      return "";
    }
    return excess() <= 1 ? "yes" : "no";
  }
}
