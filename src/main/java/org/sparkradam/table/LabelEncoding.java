package org.sparkradam.table;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

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
   * The encoding of a table that a model is tried on, whose label may be of another type than that
   * of the table it was trained on: numbers and texts then agree by their spelling.
   *
   * @throws BadInputException if a regression's label holds no numbers
   */
  public static LabelEncoding of(Task task, StructField label, List<String> classNames) {
    boolean number = ColumnKind.of(label.dataType()).isNumber();
    if (task == Task.REGRESSION && !number) {
      throw new BadInputException("label column " + label.name() + " holds no numbers");
    }
    boolean numbers = number && classNames.stream().allMatch(NumberUtils::isCreatable);
    return new LabelEncoding(
        task, label.name(), classNames, numbers ? LabelValues.NUMBERS : LabelValues.TEXTS);
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

  /** Tells Spark's own learners the number of classes, which they would otherwise count. */
  Metadata metadata() {
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
    return "try_element_at(map(" + entries + "), " + value + ")";
  }
}
