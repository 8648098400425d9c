package org.sparkradam.jobs.habits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table's values, which several tools may write to files each in its own way. */
record DrawnTable(List<Field> fields, List<List<Object>> rows) {
  /** The same table with these of its columns, in this order. */
  DrawnTable with(List<Field> wanted) {
    int[] places = wanted.stream().mapToInt(fields::indexOf).toArray();
    List<List<Object>> picked = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> values = new ArrayList<>();
      IntStream.of(places).forEach(place -> values.add(row.get(place)));
      picked.add(values);
    }
    return new DrawnTable(wanted, picked);
  }

  DrawnTable without(Field field) {
    return with(fields.stream().filter(one -> one != field).toList());
  }

  /** With all values of one column taken away. */
  DrawnTable emptied(Field field) {
    int place = fields.indexOf(field);
    List<List<Object>> emptied = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> values = new ArrayList<>(row);
      values.set(place, null);
      emptied.add(values);
    }
    return new DrawnTable(fields, emptied);
  }

  boolean hasGaps(int column) {
    return rows.stream().anyMatch(row -> row.get(column) == null);
  }

  boolean hasLineBreaks() {
    return rows.stream()
        .flatMap(List::stream)
        .anyMatch(value -> value instanceof String text && text.contains("\n"));
  }
}
