package org.sparkradam.table.profile;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.read.Task;

/**
 * How the label column becomes numbers: class i is the i-th of the class names, a regression's
 * label is the number itself.
 *
 * @param column the label's column in the table
 * @param classNames labels as the table spells them, by class; empty in a regression
 * @param values how the column is read
 */
public record LabelEncoding(Task task, String column, List<String> classNames, LabelValues values) {
  public LabelEncoding {
    classNames = List.copyOf(classNames);
  }

  /**
   * The encoding of another table's label, of whatever type, by what the model predicts.
   *
   * @param column of that table
   * @param classNames by class; empty in a regression
   */
  public static LabelEncoding of(Task task, String column, List<String> classNames) {
    LabelValues values = task == Task.REGRESSION ? LabelValues.NUMBERS : LabelValues.of(classNames);
    return new LabelEncoding(task, column, classNames, values);
  }

  /**
   * The encoded label as an expression; null for a label that is none of the classes.
   *
   * @param path where the label is found, in SQL: the quoted name of a column or of a field
   */
  public Column of(String path) {
    String value = values.value(path);
    return functions.expr(task == Task.REGRESSION ? value : classOf(value));
  }

  /** The encoded label of a table that has the label column. */
  public Column ofTable() {
    return of(Sql.name(column));
  }

  /** Whether a table that has the label column has no label in a row. */
  public Column isMissing() {
    return functions.expr(values.isMissing(Sql.name(column), MissingText.IN_CSV));
  }

  /** Whether labels can be read from a column of this type at all. */
  public static boolean canRead(DataType type) {
    ColumnKind kind = ColumnKind.of(type);
    return kind.isNumber() || kind == ColumnKind.TEXT || kind == ColumnKind.BOOLEAN;
  }

  /** Tells Spark's own learners the number of classes, which they would otherwise count. */
  public Metadata metadata() {
    return task == Task.REGRESSION
        ? NumericAttribute.defaultAttr().withName("label").toMetadata()
        : NominalAttribute.defaultAttr()
            .withName("label")
            .withValues(classNames.toArray(String[]::new))
            .toMetadata();
  }

  private String classOf(String value) {
    String entries =
        IntStream.range(0, classNames.size())
            .mapToObj(i -> values.literal(classNames.get(i)) + ", " + i + "D")
            .collect(joining(", "));
    return "try_element_at(map(" + entries + "), " + values.key(value) + ")";
  }

  /** The number of training rows of each class; none of amounts. */
  public List<Long> trainingRows(List<LabelClass> classes) {
    return task == Task.REGRESSION
        ? List.of()
        : classes.stream().map(LabelClass::training).toList();
  }
}
