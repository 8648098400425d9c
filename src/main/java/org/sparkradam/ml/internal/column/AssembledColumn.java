package org.sparkradam.ml.internal.column;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.StructField;
import org.sparkradam.block.ScalaCollections;

/**
 * A column of the name that {@code featuresCols} are assembled into, of which its metadata tells
 * what it was made of: {@code VectorAssembler} gives each element the name of its column, or one
 * that begins with it.
 */
public record AssembledColumn(StructField field) {
  /**
   * @throws IllegalArgumentException if the column is no vector, or made of other columns
   */
  public void requireOf(List<String> columns) {
    if (!SQLDataTypes.VectorType().equals(field.dataType()) || isOfOthers(columns)) {
      throw refused(columns);
    }
  }

  /**
   * @throws IllegalArgumentException if the column does not tell, as schemas on the way through a
   *     pipeline do not, but rows behind an assembler do
   */
  public void requireNamed(List<String> columns) {
    if (names().isEmpty()) {
      throw refused(columns);
    }
  }

  private boolean isOfOthers(List<String> columns) {
    int at = -1;
    for (String name : names()) {
      if (at + 1 < columns.size() && isOf(columns.get(at + 1), name)) {
        at++;
      } else if (at < 0 || !isOf(columns.get(at), name)) {
        return true;
      }
    }
    return at >= 0 && at + 1 < columns.size();
  }

  private static boolean isOf(String column, String name) {
    return name.equals(column) || name.startsWith(column + "_");
  }

  private List<String> names() {
    return ScalaCollections.asJava(AttributeGroup.fromStructField(field).attributes()).stream()
        .flatMap(Stream::of)
        .map(attribute -> ScalaCollections.asJava(attribute.name()).orElse(""))
        .toList();
  }

  private IllegalArgumentException refused(List<String> columns) {
    return new IllegalArgumentException(
        ("featuresCol: the table has a column '%s' already, which is not what assembler() makes of"
                + " featuresCols %s: drop it, or set featuresCol to another name")
            .formatted(field.name(), String.join(", ", columns)));
  }
}
