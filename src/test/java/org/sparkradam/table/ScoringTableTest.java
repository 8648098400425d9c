package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.write;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.testing.LocalSpark;

/** Tables that a saved preparation is applied to. */
class ScoringTableTest {
  private static final String HOSTILE = "try_cast(`a` AS DOUBLE) AS c0, 'THEN'";

  @TempDir Path folder;

  @Test
  void aPreparationTellsItsColumnsWhateverTheirNames() {
    String path =
        parquet(
            folder,
            "SELECT id % 7 AS `x.1`, concat('c', id % 3) AS `"
                + HOSTILE.replace("`", "``")
                + "`, id % 2 AS label FROM range(200)");
    TableSchema schema = ScoringTable.schemaOf(prepared(TableSpec.of(path)).preparation());
    assertThat(schema.features())
        .extracting(TableColumn::name, TableColumn::kind)
        .containsExactly(tuple("x.1", ColumnKind.REAL), tuple(HOSTILE, ColumnKind.TEXT));
  }

  @Test
  void oneOfLibsvmTellsItsDimension() {
    String train = write(folder, "t.libsvm", "0 5:1", 60, i -> i % 2 + " 1:" + i % 7);
    PipelineModel preparation = prepared(TableSpec.of(train)).preparation();
    assertThat(ScoringTable.schemaOf(preparation).features())
        .extracting(TableColumn::name, TableColumn::kind)
        .containsExactly(tuple("features", ColumnKind.VECTOR));
    String narrow = write(folder, "n.libsvm", "0 2:1", 20, i -> "0 1:3");
    assertThat(scoring(TableSpec.of(narrow), preparation).rows().count()).isEqualTo(21);
  }

  @Test
  void textIsReadAsTheTrainingTableWas() {
    PipelineModel preparation = preparation();
    String numbers = write(folder, "n.csv", "c,x", 3, i -> "01,7");
    ScoringTable table = scoring(TableSpec.of(numbers).header(true), preparation);
    assertThat(table.rows().schema().apply("c").dataType()).isEqualTo(DataTypes.StringType);
    assertThat(table.rows().schema().apply("x").dataType()).isEqualTo(DataTypes.LongType);
    assertThat(table.rows().count()).isEqualTo(3);
    assertThat(table.rows().storageLevel().useMemory()).isFalse();
  }

  @Test
  void missingValuesAreNotBadAndWhatIsNoNumberIs() {
    PipelineModel preparation = preparation();
    List<String> values = List.of("?", "", "4", "oops", "Infinity");
    String path = write(folder, "b.csv", "x,c", 5, i -> values.get(i) + ",c9");
    TableSpecBuilder spec = TableSpec.of(path).header(true);
    assertThatThrownBy(() -> scoring(spec, preparation))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "1 row: no number in the numeric column x, such as: oops, c9 (x: oops)");
    ScoringTable table = scoring(spec.badRows(BadRowPolicy.SKIP), preparation);
    assertThat(table.rows().count()).isEqualTo(3);
    assertThat(table.bad()).extracting(BadRows::count).containsExactly(1L, 1L);
  }

  @Test
  void aTypedTableIsJudgedAsWell() {
    PipelineModel preparation = preparation();
    String path =
        parquet(
            folder,
            "SELECT * FROM VALUES (double('nan'), 'c1'), (null, null), (3D, 'c9') AS t(x, c)");
    ScoringTable table = scoring(TableSpec.of(path).badRows(BadRowPolicy.SKIP), preparation);
    assertThat(table.rows().count()).isEqualTo(2);
    assertThat(table.bad().get(0).reason()).isEqualTo("NaN or infinity in feature column x");
  }

  @Test
  void aMissingColumnIsNamed() {
    PipelineModel preparation = preparation();
    String path = write(folder, "m.csv", "amount,c", 3, i -> "1,c1");
    assertThatThrownBy(() -> scoring(TableSpec.of(path).header(true), preparation))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the model needs column x: there is no such column")
        .hasMessageContaining("did you mean c?");
  }

  private PipelineModel preparation() {
    String path =
        write(folder, "train.csv", "x,c,label", 60, i -> i % 7 + ",c" + i % 3 + "," + i % 2);
    return prepared(TableSpec.of(path).header(true)).preparation();
  }

  private static ScoringTable scoring(TableSpecBuilder spec, PipelineModel preparation) {
    return ScoringTable.read(
        LocalSpark.session(), spec, preparation, ScoringTable.schemaOf(preparation));
  }
}
