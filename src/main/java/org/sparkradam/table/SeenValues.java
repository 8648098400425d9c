package org.sparkradam.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Set;
import org.apache.spark.util.sketch.BloomFilter;
import org.sparkradam.table.column.CategoryText;

/** The categories of a column that training has seen, spelled as {@link CategoryText} does. */
public sealed interface SeenValues extends Serializable {
  boolean contains(String value);

  /** Values that the saved pipeline lists itself. */
  record Listed(Set<String> values) implements SeenValues {
    public Listed {
      values = Set.copyOf(values);
    }

    @Override
    public boolean contains(String value) {
      return values.contains(value);
    }
  }

  /**
   * Too many to be listed: a filter that takes one in a hundred unseen values for a seen one, and
   * none the other way round.
   */
  record Filtered(BloomFilter filter) implements SeenValues {
    private static final long MOST = 1 << 20;
    private static final double FALSE_POSITIVES = 0.01;

    /** An empty filter for about so many values; beyond a million it takes more for seen. */
    static BloomFilter empty(long values) {
      return BloomFilter.create(Math.max(1, Math.min(MOST, values)), FALSE_POSITIVES);
    }

    /** The inverse of {@link #encoded}. */
    public static Filtered decoded(String base64) {
      return new Filtered(filter(Base64.getDecoder().decode(base64)));
    }

    static BloomFilter filter(byte[] bytes) {
      try {
        return BloomFilter.readFrom(new ByteArrayInputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static byte[] bytes(BloomFilter filter) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        filter.writeTo(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    /** As text for a file. */
    public String encoded() {
      return Base64.getEncoder().encodeToString(bytes(filter));
    }

    @Override
    public boolean contains(String value) {
      return filter.mightContainString(value);
    }
  }
}
