package org.sparkradam.table;

import static org.apache.spark.sql.functions.array;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.feature.InputColumn;
import org.sparkradam.table.profile.Profile;

/** Finds out which categories a preparation has seen in training. */
final class SeenCategories {
  private SeenCategories() {}

  /**
   * What a fitted preparation lists: the categories of one-hot columns, by their place among the
   * columns that it takes.
   */
  static Map<String, SeenValues> listed(PipelineModel fitted, List<String> columns) {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      names.put(InputColumn.inner(i), columns.get(i));
    }
    Map<String, SeenValues> seen = new HashMap<>();
    Stream.of(fitted.stages())
        .filter(StringIndexerModel.class::isInstance)
        .map(StringIndexerModel.class::cast)
        .forEach(indexer -> list(indexer, names, seen));
    return seen;
  }

  private static void list(
      StringIndexerModel indexer, Map<String, String> names, Map<String, SeenValues> seen) {
    String[] inputs = indexer.isSet(indexer.inputCols()) ? indexer.getInputCols() : new String[0];
    for (int i = 0; i < inputs.length; i++) {
      if (names.containsKey(inputs[i])) {
        Set<String> labels = Set.copyOf(Arrays.asList(indexer.labelsArray()[i]));
        seen.put(names.get(inputs[i]), new SeenValues.Listed(labels));
      }
    }
  }

  /** What columns hold whose categories nobody lists; one job, if there are any. */
  static Map<String, SeenValues> filtered(
      List<String> columns, Profile.Part profile, Dataset<Row> training) {
    if (columns.isEmpty()) {
      return Map.of();
    }
    long[] sizes =
        columns.stream().mapToLong(name -> profile.columns().get(name).distinct()).toArray();
    Column[] texts = columns.stream().map(Sql::column).toArray(Column[]::new);
    List<byte[][]> parts =
        training
            .select(array(texts))
            .javaRDD()
            .mapPartitions(rows -> Stream.<byte[][]>of(filters(rows, sizes)).iterator())
            .collect();
    Map<String, SeenValues> seen = new HashMap<>();
    for (int i = 0; i < sizes.length; i++) {
      BloomFilter all = SeenValues.Filtered.empty(sizes[i]);
      for (byte[][] part : parts) {
        merge(all, SeenValues.Filtered.filter(part[i]));
      }
      seen.put(columns.get(i), new SeenValues.Filtered(all));
    }
    return seen;
  }

  private static byte[][] filters(Iterator<Row> rows, long[] sizes) {
    BloomFilter[] filters =
        Arrays.stream(sizes).mapToObj(SeenValues.Filtered::empty).toArray(BloomFilter[]::new);
    rows.forEachRemaining(
        row -> {
          List<String> values = row.getList(0);
          for (int i = 0; i < filters.length; i++) {
            if (values.get(i) != null) {
              filters[i].putString(values.get(i));
            }
          }
        });
    return Arrays.stream(filters).map(SeenValues.Filtered::bytes).toArray(byte[][]::new);
  }

  private static void merge(BloomFilter all, BloomFilter part) {
    try {
      all.mergeInPlace(part);
    } catch (IncompatibleMergeException e) {
      throw new IllegalStateException(e);
    }
  }
}
