package org.sparkradam.table.synthetic;

import java.util.List;
import org.apache.spark.sql.Row;
import org.sparkradam.testing.LocalSpark;

/** Small tables for the tests of this package. */
final class Tables {
  static final SyntheticSpec BINARY = SyntheticSpec.of(Target.Classes.BINARY).withRows(20_000);
  static final SyntheticSpec MULTICLASS =
      SyntheticSpec.of(Target.Classes.MULTICLASS).withRows(20_000);
  static final SyntheticSpec REGRESSION =
      SyntheticSpec.of(Target.Regression.DEFAULT).withRows(20_000);

  private Tables() {}

  static List<Row> collect(SyntheticSpec spec) {
    return SyntheticTable.rows(LocalSpark.session(), spec).collectAsList();
  }

  static Tally tally(SyntheticSpec spec) {
    return Tally.of(LocalSpark.session(), GroundTruth.of(spec));
  }

  static double bestLoss(SyntheticSpec spec) {
    return tally(spec).bestLoss(GroundTruth.of(spec)).value();
  }

  /** For each row the log loss of the true probabilities, minus what it is expected to be. */
  static double[] excesses(SyntheticSpec spec) {
    GroundTruth truth = GroundTruth.of(spec);
    RowGenerator generator = new RowGenerator(truth);
    LabelLaw.Classes law = (LabelLaw.Classes) truth.labels();
    double[] excesses = new double[(int) spec.rows()];
    for (int row = 0; row < excesses.length; row++) {
      generator.seek(row);
      double[] probabilities = law.probabilities(generator.scores());
      excesses[row] = -Math.log(probabilities[(int) generator.label()]) - generator.bestLoss();
    }
    return excesses;
  }
}
