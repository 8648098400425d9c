package org.sparkradam.table.feature;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.storage.StorageLevel.MEMORY_AND_DISK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.PassName;

/**
 * Lists the categories of columns that are frequent enough. Counting is up to the executors; the
 * driver gets no more than a bound, the most frequent ones, and of equally frequent ones those of
 * the first column and then of the smallest text.
 *
 * @param levels the categories of each column by falling frequency, by what it is called within the
 *     preparation
 * @param notes what had to be left out, for the console
 */
record Dictionaries(Map<String, List<String>> levels, List<String> notes) {
  static final Dictionaries NONE = new Dictionaries(Map.of(), List.of());

  /**
   * How much the driver takes.
   *
   * @param all categories over all columns together
   * @param means categories of a column of which only label means are needed
   */
  record Bounds(int all, int means) {
    /** Beyond, to look a category up in Spark's TargetEncoderModel takes too long. */
    private static final int MOST_MEANS = 10_000;

    static final Bounds USUAL = new Bounds(FeatureSettings.MOST_LEVELS, MOST_MEANS);
  }

  boolean has(String inner) {
    return levels.containsKey(inner);
  }

  List<String> of(String inner) {
    return levels.get(inner);
  }

  /**
   * @param columns by what they are called within the preparation, with the user's name of them
   * @param minCount how many rows a category needs
   * @param means columns of which only label means are needed
   */
  static Dictionaries of(
      Dataset<Row> training, Map<String, String> columns, int minCount, List<String> means) {
    return of(training, columns, minCount, means, Bounds.USUAL);
  }

  static Dictionaries of(
      Dataset<Row> training,
      Map<String, String> columns,
      int minCount,
      List<String> means,
      Bounds bounds) {
    if (columns.isEmpty()) {
      return NONE;
    }
    List<String> inner = List.copyOf(columns.keySet());
    Column[] values =
        inner.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    Dataset<Row> frequent =
        training
            .select(posexplode(array(values)).as(new String[] {"position", "value"}))
            .where(col("value").isNotNull())
            .groupBy("position", "value")
            .agg(count(lit(1)).as("rows"))
            .where(col("rows").geq(minCount))
            .persist(MEMORY_AND_DISK());
    try {
      return PassName.during(
          frequent, "counting categories", () -> of(frequent, inner, columns, means, bounds));
    } finally {
      frequent.unpersist();
    }
  }

  private static Dictionaries of(
      Dataset<Row> frequent,
      List<String> inner,
      Map<String, String> names,
      List<String> means,
      Bounds bounds) {
    Map<Integer, Long> sizes = new HashMap<>();
    frequent
        .groupBy("position")
        .count()
        .collectAsList()
        .forEach(row -> sizes.put(row.getInt(0), row.getLong(1)));
    long all = sizes.values().stream().mapToLong(Long::longValue).sum();
    Dataset<Row> sorted = frequent.orderBy(col("rows").desc(), col("position"), col("value"));
    Dataset<Row> kept = all > bounds.all() ? sorted.limit(bounds.all()) : sorted;
    Map<String, List<String>> levels = new LinkedHashMap<>();
    inner.forEach(name -> levels.put(name, new ArrayList<>()));
    for (Row row : kept.select("position", "value").collectAsList()) {
      String column = inner.get(row.getInt(0));
      List<String> list = levels.get(column);
      if (!means.contains(column) || list.size() < bounds.means()) {
        list.add(row.getString(1));
      }
    }
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < inner.size(); i++) {
      long size = sizes.getOrDefault(i, 0L);
      int listed = levels.get(inner.get(i)).size();
      if (listed < size) {
        notes.add(
            String.format(
                Locale.ROOT,
                "%s: the %,d most frequent of %,d categories are told apart",
                names.get(inner.get(i)),
                listed,
                size));
      }
    }
    return new Dictionaries(levels, notes);
  }
}
