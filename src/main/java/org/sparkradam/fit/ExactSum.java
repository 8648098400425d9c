package org.sparkradam.fit;

import java.io.Serializable;

/**
 * A sum that keeps what rounding takes from it, in a second number, so that the order of what is
 * added does not show in the digits of a report (Knuth, The Art of Computer Programming 2, 4.2.2,
 * theorem B). Not thread-safe.
 */
final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private double sum;
  private double rest;

  void add(double value) {
    double next = sum + value;
    double part = next - sum;
    rest += (sum - (next - part)) + (value - part);
    sum = next;
  }

  void add(ExactSum other) {
    add(other.sum);
    rest += other.rest;
  }

  double value() {
    // What is infinite has left no rest that is a number.
    return Double.isFinite(sum) ? sum + rest : sum;
  }
}
