package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

/**
 * The sample that ships is what the generator makes today: {@code spark-jobs/generate-data --rows
 * 2000 --numeric 8 --categorical 3 --partitions 1}.
 */
class SampleTest {
  private static final String SAMPLE = "data/sample.parquet";
  private static final SyntheticSpec SPEC =
      SyntheticSpec.of(Target.Classes.BINARY).withRows(2_000).withColumns(8, 3).withPartitions(1);

  @Test
  void theGeneratorMakesTheSampleAnew() {
    List<Row> shipped = LocalSpark.session().read().parquet(SAMPLE).orderBy("time").collectAsList();
    assertThat(shipped).isEqualTo(Tables.collect(SPEC));
  }

  @Test
  void itsBestLossIsTheGenerators() {
    assertThat(GroundTruthFile.read(new Configuration(), SAMPLE))
        .contains(new BestLoss("log_loss", Tables.bestLoss(SPEC)));
  }
}
