package org.sparkradam.block;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The few blocks that this JVM last read from disk or from another machine, for as long as its
 * memory has room: the next steps read on in the same chunks, and would otherwise pay tens of
 * milliseconds for each of them again. Thread-safe.
 */
final class RecentBlocks {
  /** What tasks of all cores read now, and what they read before. */
  private static final int MOST = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  private static final Map<Key, SoftReference<RowBlock>> BLOCKS = new LeastRecentlyUsed();

  private RecentBlocks() {}

  /** The block that is held, or else that is read now. */
  static Optional<RowBlock> get(
      String holder, int chunk, Supplier<Optional<StoredBlocks.Read>> reading) {
    Key key = new Key(holder, chunk);
    RowBlock held = held(key);
    if (held != null) {
      return Optional.of(held);
    }
    Optional<StoredBlocks.Read> read = reading.get();
    read.filter(r -> !r.inMemory()).ifPresent(r -> hold(key, r.block()));
    return read.map(StoredBlocks.Read::block);
  }

  /** Lets go of a holder's blocks. */
  static void forget(String holder) {
    synchronized (BLOCKS) {
      BLOCKS.keySet().removeIf(key -> key.holder().equals(holder));
    }
  }

  private static RowBlock held(Key key) {
    synchronized (BLOCKS) {
      SoftReference<RowBlock> reference = BLOCKS.get(key);
      return reference == null ? null : reference.get();
    }
  }

  private static void hold(Key key, RowBlock block) {
    synchronized (BLOCKS) {
      BLOCKS.put(key, new SoftReference<>(block));
    }
  }

  private record Key(String holder, int chunk) {}

  private static final class LeastRecentlyUsed extends LinkedHashMap<Key, SoftReference<RowBlock>> {
    private static final long serialVersionUID = 1L;

    LeastRecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<RowBlock>> eldest) {
      return size() > MOST;
    }
  }
}
