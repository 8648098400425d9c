package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.JobLog;
import org.sparkradam.testing.LocalSpark;

class MeasuringPassesTest {
  @TempDir Path temp;

  /** All metrics and pictures of a side are made of what one pass over it tells. */
  @ParameterizedTest
  @CsvSource({"BINARY, LOGISTIC, 2", "MULTICLASS, LOGISTIC, 3", "REGRESSION, SQUARED, 2"})
  void eachSideIsReadOnce(Task task, LinearKind kind, int classes) {
    String path = temp.resolve("rows").toString();
    LocalSpark.session()
        .range(90)
        .selectExpr("id % 7 AS x", "id % 5 AS y", "id % " + classes + " AS label")
        .write()
        .parquet(path);
    CachedRdds cached = CachedRdds.now();
    try (PreparedTable table =
        TablePreparation.prepare(LocalSpark.session(), TableSpec.of(path).task(task).build())) {
      int held = cached.since().iterator().next();
      FitSpec spec =
          new FitSpec(
              new LinearModel(kind, 2, classes),
              List.of(new StageSetting("--steps", "maxIter", 2)),
              100);
      FittedModel fitted = Fit.of(table, spec, (where, share) -> {});
      try (JobLog log = new JobLog()) {
        assertThat(FitReport.of(fitted).metrics()).isNotEmpty();
        assertThat(log.jobs())
            .containsExactly("measuring on the training rows", "measuring on the test rows");
        assertThat(log.stagesThrough(held)).isEqualTo(log.jobs());
      }
    }
  }
}
