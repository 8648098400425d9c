package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.fit.model.FactorizationModel;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.fit.model.PerceptronModel;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.testing.LocalSpark;

class FitTest {
  @TempDir Path temp;

  static Stream<ModelSpec> models() {
    return Stream.of(
        new LinearModel(LinearKind.LOGISTIC, 2, 2),
        new LinearModel(LinearKind.HINGE, 2, 2),
        new LinearModel(LinearKind.SQUARED, 2, 2),
        new FactorizationModel(LinearKind.LOGISTIC, 2, 2),
        new PerceptronModel(List.of(2, 3, 2)));
  }

  /** A stage reads all rows anyway, so that nobody has to read them for this. */
  @ParameterizedTest
  @MethodSource("models")
  void theFingerprintIsThatOfTheTrainingRows(ModelSpec model) {
    try (PreparedTable table = table("1 + id % 3 AS weight")) {
      assertThat(fitted(table, model).done().fingerprint()).isEqualTo(ofRows(table));
    }
  }

  /** As of a table whose second class weighs nothing. */
  @Test
  void soItIsWhereThereIsNothingToTrain() {
    try (PreparedTable table = table("1 - id % 2 AS weight")) {
      FittedModel fitted = fitted(table, new LinearModel(LinearKind.LOGISTIC, 2, 2));
      assertThat(fitted.done().steps()).isZero();
      assertThat(fitted.done().fingerprint()).isEqualTo(ofRows(table));
    }
  }

  private PreparedTable table(String weight) {
    String path = temp.resolve("rows").toString();
    LocalSpark.session()
        .range(60)
        .selectExpr("id % 7 AS x", "id % 5 AS y", "id % 2 AS label", weight)
        .write()
        .mode("overwrite")
        .parquet(path);
    return TablePreparation.prepare(
        LocalSpark.session(), TableSpec.of(path).weight("weight").build());
  }

  private static FittedModel fitted(PreparedTable table, ModelSpec model) {
    List<StageSetting> settings =
        List.of(
            new StageSetting("--steps", "maxIter", 2),
            new StageSetting("--weight", "weightCol", "weight"));
    return Fit.of(table, new FitSpec(model, settings, 100), (where, share) -> {});
  }

  private static String ofRows(PreparedTable table) {
    return LabeledRow.fingerprint(LabeledRow.of(table.training()).filter(row -> row.weight() > 0));
  }
}
