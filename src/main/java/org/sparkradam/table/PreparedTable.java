package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.feature.FeatureGroup;
import org.sparkradam.table.profile.LabelEncoding;
import org.sparkradam.table.read.Task;

/**
 * A table ready to learn from. Its columns are persisted as they were read, so that no text is
 * parsed again, until it is closed; its features are not: that is up to the caller, who knows how
 * often they are read.
 *
 * @param rows training and test rows: {@code label} (double), {@code features} (vector, sparse
 *     where that pays), {@code weight} (double, 1 if the table has none) and {@code isTest}
 *     (boolean)
 * @param label the task, and which label is which class
 * @param featureNames the name of each element of {@code features}
 * @param featureGroups what became of each column, and into how many elements
 * @param preparation the fitted feature preparation. It takes a table with the feature columns,
 *     with a label or without, and gives {@code source}, the given row as a struct, and {@code
 *     features}
 * @param schema what the training table was
 * @param check the test rows held against it
 * @param snapshots which states of the tables were read, of sources that keep several, by what the
 *     table is called
 * @param notes what was decided, a line each, for the console
 * @param held what is persisted
 */
public record PreparedTable(
    Dataset<Row> rows,
    LabelEncoding label,
    List<String> featureNames,
    List<FeatureGroup> featureGroups,
    PipelineModel preparation,
    TableSchema schema,
    SchemaCheck check,
    RowCounts counts,
    Map<String, String> snapshots,
    List<String> notes,
    Dataset<Row> held)
    implements AutoCloseable {
  static final String IS_TEST = "isTest";

  /** Rows of {@code label}, {@code features} and {@code weight}. */
  public Dataset<Row> training() {
    return rows.where(not(col(IS_TEST))).drop(IS_TEST);
  }

  /** As {@link #training}, of other rows. */
  public Dataset<Row> test() {
    return rows.where(col(IS_TEST)).drop(IS_TEST);
  }

  /** Releases the columns; who still reads the rows then reads the user's table again. */
  @Override
  public void close() {
    held.unpersist();
  }

  public Task task() {
    return label.task();
  }

  /** Labels as the table spells them, by class; empty in a regression. */
  public List<String> classNames() {
    return label.classNames();
  }

  public int numFeatures() {
    return featureNames.size();
  }
}
