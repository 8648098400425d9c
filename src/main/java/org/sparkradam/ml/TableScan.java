package org.sparkradam.ml;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.sparkradam.block.Shipped;

/**
 * Reads a table once for its facts. Partitions come to the driver in their order, and no more of
 * them at a time than its limit on results allows.
 *
 * @param source as {@link TrainingColumns#select} has it
 */
record TableScan(JavaRDD<InternalRow> source, TrainingColumns columns) {
  private static final long BYTES_AT_ONCE = 256L << 20;

  /** Of {@link FeatureSums}, if all were looked at. */
  private static final long BYTES_A_FEATURE = 33;

  /**
   * @throws IllegalArgumentException if the table cannot be trained on; names the column
   */
  TableFacts facts() {
    TrainingColumns read = columns;
    JavaRDD<Shipped<TableFacts>> parts =
        source.mapPartitions(rows -> List.of(new Shipped<>(TableFacts.of(rows, read))).iterator());
    TableFacts all = TableFacts.none();
    int partitions = source.getNumPartitions();
    int atOnce = (int) Math.min(partitions, partitionsAtOnce());
    for (int from = 0; from < partitions; from += atOnce) {
      int[] group = IntStream.range(from, Math.min(partitions, from + atOnce)).toArray();
      for (List<Shipped<TableFacts>> part : parts.collectPartitions(group)) {
        part.forEach(facts -> all.merge(facts.value(), columns));
      }
    }
    all.requireUsable(columns);
    return all;
  }

  private long partitionsAtOnce() {
    TrainingColumns read = columns;
    int width = source.map(read::width).take(1).stream().mapToInt(Integer::intValue).sum();
    return Math.max(1, BYTES_AT_ONCE / (BYTES_A_FEATURE * Math.max(1, width)));
  }
}
