package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.study.engine.Comparison.TestRows;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.profile.LabelEncoding;
import org.sparkradam.table.profile.LabelValues;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.train.evaluation.Metric;

class TestRowsTest {
  private static final String ONE_CLASS_WEIGHS = "(0D, 1D), (0D, 2D), (1D, 0D)";

  @ParameterizedTest
  @CsvSource({"ACCURACY", "RMSE"})
  void oneLabelWillDo(Metric metric) {
    assertThatCode(() -> require(metric, ONE_CLASS_WEIGHS)).doesNotThrowAnyException();
  }

  @Test
  void forTheAreaUnderTheCurveTwoMustWeigh() {
    assertThatCode(() -> require(Metric.AUC, "(0D, 1D), (1D, 0.1D)")).doesNotThrowAnyException();
    assertThatThrownBy(() -> require(Metric.AUC, ONE_CLASS_WEIGHS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("are of one class, so that no AUC can be had; give more rows")
        .hasMessageEndingWith("--test-data with both");
  }

  @ParameterizedTest
  @CsvSource({"AUC", "ACCURACY", "RMSE"})
  void whatWeighsNothingIsNotEnough(Metric metric) {
    assertThatThrownBy(() -> require(metric, "(0D, 0D), (1D, 0D)"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("all test rows weigh nothing");
  }

  private static void require(Metric metric, String labelsAndWeights) {
    Dataset<Row> test =
        LocalSpark.session()
            .sql("SELECT * FROM VALUES " + labelsAndWeights + " AS t(label, weight)")
            .withColumn("isTest", functions.lit(true));
    LabelEncoding label =
        new LabelEncoding(Task.BINARY, "label", List.of("0", "1"), LabelValues.NUMBERS);
    TestRows.requireDefining(
        metric,
        new PreparedTable(
            test, label, List.of(), List.of(), null, null, null, null, null, List.of(), test));
  }
}
