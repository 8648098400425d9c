package org.sparkradam.table.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sparkradam.table.column.BadRowPolicy;

/**
 * Which table to read and how to see it: what the user said on the command line, checked only when
 * the table is read.
 *
 * @param testData a test table; without one, rows of {@code data} are split off
 * @param options of the data source, of both tables
 * @param where a SQL condition, applied to both tables before anything else
 * @param separator between the fields of a CSV file; a comma if absent, a tab for {@code .tsv}
 * @param encoding the character set of a CSV file; UTF-8 if absent
 * @param multiLine whether quoted fields of a CSV file may hold line breaks
 * @param numFeatures dimension of a LIBSVM file; the largest index if absent
 * @param zeroBased whether the first feature of a LIBSVM file is 0 and not 1
 * @param select a SQL statement over {@code __THIS__}, applied to both tables
 * @param label the label's column; {@code label} if absent
 * @param features columns to learn from; empty means automatic
 * @param categorical columns that are text whatever they hold
 * @param featureSettings how columns become features
 * @param testFraction share of the rows that become the test table where there is none
 * @param stratify whether rows change sides where a class would be on one side only
 */
public record TableSpec(
    TableLocation data,
    Optional<TableLocation> testData,
    TableFormat format,
    SourceOptions options,
    Optional<String> where,
    boolean header,
    Optional<String> separator,
    Optional<String> encoding,
    boolean multiLine,
    OptionalInt numFeatures,
    boolean zeroBased,
    Optional<String> select,
    Optional<String> label,
    Optional<String> weight,
    List<String> features,
    List<String> exclude,
    List<String> categorical,
    FeatureSettings featureSettings,
    Task task,
    double testFraction,
    long splitSeed,
    boolean stratify,
    BadRowPolicy badRows) {

  public static final double DEFAULT_TEST_FRACTION = 0.2;

  public TableSpec {
    features = List.copyOf(features);
    exclude = List.copyOf(exclude);
    categorical = List.copyOf(categorical);
  }

  /** A specification with every default, to be refined. */
  public static TableSpecBuilder of(TableLocation data) {
    return new TableSpecBuilder(data);
  }

  /** The same of the table at a path. */
  public static TableSpecBuilder of(String path) {
    return of(TableLocation.at(List.of(path)));
  }
}
