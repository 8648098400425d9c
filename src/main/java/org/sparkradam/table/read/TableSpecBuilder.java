package org.sparkradam.table.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sparkradam.table.column.BadRowPolicy;

/** Collects the settings of a {@link TableSpec}; each call replaces one of them. */
public final class TableSpecBuilder {
  private final TableLocation data;
  private Optional<TableLocation> testData = Optional.empty();
  private TableFormat format = TableFormat.AUTO;
  private SourceOptions options = SourceOptions.NONE;
  private Optional<String> where = Optional.empty();
  private boolean header;
  private Optional<String> separator = Optional.empty();
  private Optional<String> encoding = Optional.empty();
  private boolean multiLine;
  private boolean zeroBased;
  private boolean stratify = true;
  private OptionalInt numFeatures = OptionalInt.empty();
  private Optional<String> select = Optional.empty();
  private Optional<String> label = Optional.empty();
  private Optional<String> weight = Optional.empty();
  private List<String> features = List.of();
  private List<String> exclude = List.of();
  private List<String> categorical = List.of();
  private FeatureSettings featureSettings = FeatureSettings.DEFAULT;
  private Task task = Task.AUTO;
  private double testFraction = TableSpec.DEFAULT_TEST_FRACTION;
  private long splitSeed;
  private BadRowPolicy badRows = BadRowPolicy.FAIL;

  TableSpecBuilder(TableLocation data) {
    this.data = data;
  }

  public TableSpecBuilder testData(TableLocation value) {
    testData = Optional.of(value);
    return this;
  }

  public TableSpecBuilder testData(String path) {
    return testData(TableLocation.at(List.of(path)));
  }

  public TableSpecBuilder options(SourceOptions value) {
    options = value;
    return this;
  }

  public TableSpecBuilder where(String value) {
    where = Optional.of(value);
    return this;
  }

  public TableSpecBuilder format(TableFormat value) {
    format = value;
    return this;
  }

  public TableSpecBuilder header(boolean value) {
    header = value;
    return this;
  }

  public TableSpecBuilder separator(String value) {
    separator = Optional.of(value);
    return this;
  }

  public TableSpecBuilder encoding(String value) {
    encoding = Optional.of(value);
    return this;
  }

  public TableSpecBuilder multiLine(boolean value) {
    multiLine = value;
    return this;
  }

  public TableSpecBuilder zeroBased(boolean value) {
    zeroBased = value;
    return this;
  }

  public TableSpecBuilder stratify(boolean value) {
    stratify = value;
    return this;
  }

  public TableSpecBuilder numFeatures(int value) {
    numFeatures = OptionalInt.of(value);
    return this;
  }

  public TableSpecBuilder select(String value) {
    select = Optional.of(value);
    return this;
  }

  public TableSpecBuilder label(String value) {
    label = Optional.of(value);
    return this;
  }

  public TableSpecBuilder weight(String value) {
    weight = Optional.of(value);
    return this;
  }

  public TableSpecBuilder features(List<String> value) {
    features = value;
    return this;
  }

  public TableSpecBuilder exclude(List<String> value) {
    exclude = value;
    return this;
  }

  public TableSpecBuilder categorical(List<String> value) {
    categorical = value;
    return this;
  }

  public TableSpecBuilder featureSettings(FeatureSettings value) {
    featureSettings = value;
    return this;
  }

  public TableSpecBuilder task(Task value) {
    task = value;
    return this;
  }

  public TableSpecBuilder testFraction(double value) {
    testFraction = value;
    return this;
  }

  public TableSpecBuilder splitSeed(long value) {
    splitSeed = value;
    return this;
  }

  public TableSpecBuilder badRows(BadRowPolicy value) {
    badRows = value;
    return this;
  }

  public TableSpec build() {
    return new TableSpec(
        data,
        testData,
        format,
        options,
        where,
        header,
        separator,
        encoding,
        multiLine,
        numFeatures,
        zeroBased,
        select,
        label,
        weight,
        features,
        exclude,
        categorical,
        featureSettings,
        task,
        testFraction,
        splitSeed,
        stratify,
        badRows);
  }
}
