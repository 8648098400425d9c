package org.sparkradam.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.feature.FeaturePipeline;

/**
 * Recovers the columns that a saved preparation takes, and how it sees them, from the statement
 * that it begins with: a pipeline may have come without its {@link TableSchema}.
 */
final class StatementSchema {
  private static final Pattern OPENING =
      Pattern.compile("SELECT " + Pattern.quote(FeaturePipeline.OPENING));
  private static final List<Form> FORMS =
      Stream.concat(
              Arrays.stream(ColumnReading.values())
                  .flatMap(
                      reading ->
                          Stream.of(
                              Form.of(reading, MissingText.IN_CSV),
                              Form.of(reading, MissingText.IN_TYPED_TABLE))),
              Stream.of(MissingText.IN_CSV, MissingText.IN_TYPED_TABLE).map(Form::ofVersion01))
          .toList();

  private StatementSchema() {}

  /**
   * A way in which preparations read a column.
   *
   * @param input the text of it, with the quoted name as its group
   */
  private record Form(ColumnReading reading, MissingText missing, Pattern input) {
    private static final String PLACE = "`\0`";
    private static final String NAME = "(?<name>`(?:[^`]|``)+`)";

    static Form of(ColumnReading reading, MissingText missing) {
      return new Form(reading, missing, Pattern.compile(withName(reading.sql(PLACE, missing))));
    }

    /** Version 0.1 told categories apart by the spelling that their type happens to have. */
    static Form ofVersion01(MissingText missing) {
      String input = missing.cleaned("CAST(" + PLACE + " AS STRING)");
      return new Form(ColumnReading.CATEGORY, missing, Pattern.compile(withName(input)));
    }

    private static String withName(String sql) {
      String quoted =
          Arrays.stream((", " + sql + " AS c").split(Pattern.quote(PLACE), -1))
              .map(Pattern::quote)
              .collect(Collectors.joining("\\k<name>"));
      return quoted.replaceFirst(Pattern.quote("\\k<name>"), Matcher.quoteReplacement(NAME))
          + "\\d+";
    }
  }

  /** The schema of features alone; it has none where {@link FeaturePipeline} has not made it. */
  static TableSchema of(PipelineModel pipeline) {
    boolean opens = pipeline.stages().length > 0 && pipeline.stages()[0] instanceof SQLTransformer;
    String statement = opens ? ((SQLTransformer) pipeline.stages()[0]).getStatement() : "";
    List<TableColumn> columns = new ArrayList<>();
    MissingText missing = MissingText.IN_CSV;
    Matcher opening = OPENING.matcher(statement);
    int from = opening.find() ? opening.end() : statement.length();
    for (Optional<Input> input = input(statement, from);
        input.isPresent();
        input = input(statement, input.get().end())) {
      columns.add(input.get().column());
      if (input.get().column().kind() == ColumnKind.TEXT) {
        missing = input.get().form().missing();
      }
    }
    return new TableSchema(columns, missing.tokens(), Optional.empty(), "");
  }

  /** A column's place in a statement. */
  private record Input(Form form, String quoted, int end) {
    TableColumn column() {
      return StatementSchema.column(quoted, form.reading());
    }
  }

  private static Optional<Input> input(String statement, int from) {
    for (Form form : FORMS) {
      Matcher input = form.input().matcher(statement).region(from, statement.length());
      if (input.lookingAt()) {
        return Optional.of(new Input(form, input.group("name"), input.end()));
      }
    }
    return Optional.empty();
  }

  private static TableColumn column(String quoted, ColumnReading reading) {
    return new TableColumn(
        quoted.substring(1, quoted.length() - 1).replace("``", "`"),
        TableColumn.Role.FEATURE,
        "",
        kind(reading),
        Optional.of(reading),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static ColumnKind kind(ColumnReading reading) {
    return switch (reading) {
      case NUMBER -> ColumnKind.REAL;
      case FLAG -> ColumnKind.BOOLEAN;
      case CATEGORY -> ColumnKind.TEXT;
      case VECTOR -> ColumnKind.VECTOR;
      case ARRAY -> ColumnKind.ARRAY;
    };
  }
}
