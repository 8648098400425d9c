package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.block.LabeledRow;

/** Where a penalty holds the weights of rare features, the defaults find its optimum. */
class WideTableTest {

  @ParameterizedTest
  @CsvSource({"4000, 1000, 1e-3", "4000, 8000, 1e-3", "4000, 8000, 1e-2", "1000, 8000, 1e-3"})
  void endsWithinHalfAPercentOfTheOptimum(int rows, int features, double regParam) {
    Dataset<Row> table = StageRows.of(sparse(rows, features)).cache();
    LogisticRegressionModel best =
        new MiniBatchLogisticRegression()
            .setRegParam(regParam)
            .setSolver("lbfgs")
            .setMaxIter(1000)
            .setTol(1e-10)
            .fit(table);
    double[] objectives = best.summary().objectiveHistory();
    double optimum = objectives[objectives.length - 1];
    LogisticRegressionModel model =
        new MiniBatchLogisticRegression().setRegParam(regParam).fit(table);
    // One more iteration from there, of which the first objective is the model's.
    double found =
        new MiniBatchLogisticRegression()
            .setRegParam(regParam)
            .setSolver("lbfgs")
            .setInitialModel(model)
            .setMaxIter(1)
            .fit(table)
            .summary()
            .objectiveHistory()[0];
    assertThat(found).isBetween(optimum, optimum * 1.005);
  }

  /** Of 15 features a row, low numbers far oftener than high ones. */
  private static List<LabeledRow> sparse(int rows, int features) {
    SplittableRandom random = new SplittableRandom(rows + features);
    double[] weights = random.doubles(features, -1, 1).toArray();
    List<LabeledRow> table = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      TreeSet<Integer> ids = new TreeSet<>();
      while (ids.size() < 15) {
        ids.add((int) (features * Math.pow(random.nextDouble(), 3)));
      }
      int[] active = ids.stream().mapToInt(Integer::intValue).toArray();
      double[] values = random.doubles(active.length, 0.5, 2).toArray();
      double margin = 0;
      for (int j = 0; j < active.length; j++) {
        margin += weights[active[j]] * values[j];
      }
      double label = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
      table.add(new LabeledRow(label, 1, Vectors.sparse(features, active, values)));
    }
    return table;
  }
}
