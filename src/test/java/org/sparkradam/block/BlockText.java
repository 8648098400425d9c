package org.sparkradam.block;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

/** Blocks as text that is equal only where the numbers are, bit for bit. */
final class BlockText {
  private BlockText() {}

  /** The rows of every chunk, in order. */
  static List<List<String>> of(JavaRDD<RowBlock> blocks) {
    return blocks.collect().stream().map(BlockText::of).toList();
  }

  /** The same of blocks wherever they are. */
  static List<List<String>> of(ShuffledBlocks blocks) {
    int[] all = IntStream.range(0, blocks.chunkRows().length).toArray();
    return blocks.run(all, (chunk, block) -> List.copyOf(of(block)));
  }

  /** All rows, sorted. */
  static List<String> sorted(ShuffledBlocks blocks) {
    return of(blocks).stream().flatMap(List::stream).sorted().toList();
  }

  /** The source's rows, sorted, each feature times its factor. */
  static List<String> sorted(List<LabeledRow> rows, double... scale) {
    return rows.stream().map(row -> of(row, scale)).sorted().toList();
  }

  /** Shuffles rows in so many chunks, and releases the blocks. */
  static List<List<String>> shuffled(JavaRDD<LabeledRow> source, long seed, int chunks) {
    IngestSettings settings = IngestSettings.of(seed).withChunks(chunks);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(source, settings)) {
      return of(blocks);
    }
  }

  static List<String> of(RowBlock block) {
    return IntStream.range(0, block.rows())
        .mapToObj(row -> text(block.label(row), block.weight(row), features(block, row)))
        .toList();
  }

  private static String of(LabeledRow row, double[] scale) {
    double[] values = row.features().toArray().clone();
    for (int j = 0; j < scale.length; j++) {
      values[j] *= scale[j];
    }
    return text(row.label(), row.weight(), values);
  }

  private static double[] features(RowBlock block, int row) {
    if (block instanceof DenseBlock dense) {
      int start = row * block.features();
      return Arrays.copyOfRange(
          doubles(dense.values(), dense.singles()), start, start + block.features());
    }
    SparseBlock sparse = (SparseBlock) block;
    double[] stored = doubles(sparse.values(), sparse.singles());
    double[] values = new double[block.features()];
    for (int i = sparse.rowStarts()[row]; i < sparse.rowStarts()[row + 1]; i++) {
      int index = sparse.indices()[i];
      values[sparse.columns() == null ? index : sparse.columns()[index]] = stored[i];
    }
    return values;
  }

  private static double[] doubles(double[] valuesOrNull, float[] singles) {
    return valuesOrNull != null
        ? valuesOrNull
        : IntStream.range(0, singles.length).mapToDouble(i -> singles[i]).toArray();
  }

  /** Shortest decimals: two doubles of different bits differ in them. */
  private static String text(double label, double weight, double[] values) {
    return label + " " + weight + " " + Arrays.toString(values);
  }
}
