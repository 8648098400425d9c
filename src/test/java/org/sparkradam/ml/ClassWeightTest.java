package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClassWeightTest {
  private static final Dataset<Row> TABLE = StageRows.classes(150, 3);

  /** Full batch, since minibatches are drawn by all bits of a row, those of its weight too. */
  private static MiniBatchLogisticRegression quick() {
    return new MiniBatchLogisticRegression().setMaxIter(20).setNumPartitions(2).setBatchSize(150);
  }

  @Test
  void multipliesTheWeightsOfRows() {
    Dataset<Row> multiplied =
        TABLE.withColumn("product", functions.expr("weight * if(label = 1, 4, 0.5)"));
    assertSame(
        quick().setWeightCol("weight").setClassWeight("0.5,4,0.5").fit(TABLE),
        quick().setWeightCol("product").fit(multiplied));
  }

  @Test
  void balancedClassesWeighTheSameTogether() {
    double[] sums = new double[3];
    TABLE
        .select("label", "weight")
        .collectAsList()
        .forEach(row -> sums[(int) row.getDouble(0)] += row.getDouble(1));
    double total = Arrays.stream(sums).sum();
    ClassWeights weights = ClassWeights.balanced(sums);
    for (int k = 0; k < 3; k++) {
      assertThat(weights.of(k) * sums[k]).isCloseTo(total / 3, withinOf(total));
    }
    String each = weights.of(0) + "," + weights.of(1) + "," + weights.of(2);
    assertSame(
        quick().setWeightCol("weight").setClassWeight("balanced").fit(TABLE),
        quick().setWeightCol("weight").setClassWeight(each).fit(TABLE));
  }

  private static Offset<Double> withinOf(double total) {
    return within(1e-12 * total);
  }

  private static void assertSame(LogisticRegressionModel one, LogisticRegressionModel other) {
    assertThat(one.interceptVector().toArray())
        .containsExactly(other.interceptVector().toArray(), withinOf(1e5));
    assertThat(one.coefficientMatrix().toArray())
        .containsExactly(other.coefficientMatrix().toArray(), withinOf(1e5));
  }

  @Test
  void refusesWhatIsNotOneNumberAClass() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setClassWeight("1,2").fit(TABLE))
        .withMessage("classWeight must have 3 numbers, one a class, but has 2");
    for (String bad : new String[] {"fair", "1,-2,3", "1,,2", "0,1", "1,Infinity"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> quick().setClassWeight(bad))
          .withMessage(
              "classWeight must be none, balanced or numbers above 0, one a class, such as 1,25,"
                  + " but was "
                  + bad);
    }
  }
}
