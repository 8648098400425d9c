package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lays the vectors that a classifier has added out as a number a class, such as {@code
 * probability_yes}; raw ones only where there are no probabilities.
 *
 * @param added by the classifier
 */
record PlainColumns(List<String> classNames, PredictedColumns added) {

  Dataset<Row> of(Dataset<Row> predicted) {
    List<String> names = List.of(predicted.columns());
    List<Column> columns = new ArrayList<>();
    names.stream()
        .filter(name -> added.vectors().noneMatch(name::equals))
        .forEach(name -> columns.add(column(predicted, name)));
    added
        .vectors()
        .filter(names::contains)
        .findFirst()
        .ifPresent(vector -> columns.addAll(elements(predicted, vector)));
    return predicted.select(columns.toArray(Column[]::new));
  }

  private List<Column> elements(Dataset<Row> predicted, String vector) {
    Column values = functions.vector_to_array(column(predicted, vector), "float64");
    Set<String> taken = new HashSet<>();
    List.of(predicted.columns()).forEach(name -> taken.add(lower(name)));
    List<Column> elements = new ArrayList<>();
    for (int k = 0; k < classNames.size(); k++) {
      String name = vector + "_" + classNames.get(k);
      // Spark tells no columns apart by case.
      elements.add(values.getItem(k).as(taken.add(lower(name)) ? name : name + "_" + k));
    }
    return elements;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A column whatever its name. */
  static Column column(Dataset<Row> table, String name) {
    return table.col("`" + name.replace("`", "``") + "`");
  }
}
