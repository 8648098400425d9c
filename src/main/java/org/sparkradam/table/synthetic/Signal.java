package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A row's scores before the intercepts: at time t, cos(angle·t) times the early coefficients plus
 * sin(angle·t) times the late ones.
 *
 * @param angle radians; 0 where nothing drifts
 */
record Signal(LinearScores early, LinearScores late, double angle) implements Serializable {

  static Signal draw(TableColumns columns, SyntheticSpec spec, RowRandom random) {
    int scores = spec.target().scores();
    LinearScores early = LinearScores.draw(columns, scores, random);
    LinearScores late = LinearScores.draw(columns, scores, random);
    return new Signal(early, late, spec.drift() * Math.PI / 2);
  }

  /** Overwrites {@code scores} with those of the row. */
  void fill(double[] scores, double time, double[] numbers, int[] levels) {
    Arrays.fill(scores, 0);
    early.addTo(scores, StrictMath.cos(angle * time), numbers, levels);
    if (angle > 0) {
      late.addTo(scores, StrictMath.sin(angle * time), numbers, levels);
    }
  }
}
