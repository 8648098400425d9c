package org.sparkradam.table.synthetic;

import java.io.Serializable;

/**
 * All that is drawn once for a table: columns, coefficients, intercepts. Derived from the spec
 * alone, on the driver, and sent to the executors.
 */
record GroundTruth(SyntheticSpec spec, TableColumns columns, Signal signal, LabelLaw labels)
    implements Serializable {

  static GroundTruth of(SyntheticSpec spec) {
    RowRandom random = new RowRandom().restart(spec.seed(), Long.MIN_VALUE);
    TableColumns columns = TableColumns.of(spec, random);
    Signal signal = Signal.draw(columns, spec, random);
    return new GroundTruth(spec, columns, signal, labels(spec, columns, signal));
  }

  private static LabelLaw labels(SyntheticSpec spec, TableColumns columns, Signal signal) {
    if (spec.target() instanceof Target.Classes classes) {
      double[] intercepts = Calibration.intercepts(columns, signal, classes, spec.seed());
      return new LabelLaw.Classes(intercepts, classes.labelNoise());
    }
    return new LabelLaw.Regression(((Target.Regression) spec.target()).noise());
  }
}
