package org.sparkradam.block;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which rows share a chunk. */
public enum RowShuffle {
  /** Whoever the seed says, wherever they come from: any chunk is a sample of the table. */
  GLOBAL,

  /**
   * Those of a partition of the source, one chunk each, permuted within it: nothing is exchanged.
   * For tables whose partitions are alike already; else minibatches are not like the table.
   */
  PARTITION;

  /** The name that users write. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All titles. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(RowShuffle::title).toList();
  }

  /** That of a title that has been validated. */
  public static RowShuffle of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }
}
