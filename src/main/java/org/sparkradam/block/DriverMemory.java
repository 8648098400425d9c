package org.sparkradam.block;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkEnv;

/**
 * The driver's heap, of which blocks may take a fair share. Reserved once for the whole JVM, since
 * fits that run side by side, under one session or several, share a heap. Thread-safe.
 */
final class DriverMemory {
  /** What is left is for the driver's own work, and for what nobody has told us of. */
  private static final double FAIR = 0.6;

  private static long reserved;

  private DriverMemory() {}

  /** A reserved part; who holds it closes it. */
  static final class Share implements AutoCloseable {
    private final long bytes;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Share(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack(bytes);
      }
    }
  }

  /** So many bytes, if they are free. */
  static synchronized Optional<Share> reserve(long bytes) {
    if (bytes > free()) {
      return Optional.empty();
    }
    return Optional.of(taken(bytes));
  }

  /**
   * All that can ever be reserved. What Spark has cached now it may give up at any moment, a
   * broadcast for one, and what was free is then not all.
   */
  static synchronized Share reserveAll() {
    return taken(share());
  }

  private static Share taken(long bytes) {
    reserved += bytes;
    return new Share(bytes);
  }

  /** Bytes that may be reserved: a share of the heap, less what is taken of it. */
  static synchronized long free() {
    return Math.max(0, share() - reserved - cached());
  }

  private static long share() {
    return (long) (FAIR * Runtime.getRuntime().maxMemory());
  }

  static synchronized long reserved() {
    return reserved;
  }

  private static synchronized void giveBack(long bytes) {
    reserved -= bytes;
  }

  /** What Spark has cached in this JVM: broadcasts and, in local mode, tables. */
  private static long cached() {
    SparkEnv env = SparkEnv.get();
    return env == null ? 0 : env.memoryManager().onHeapStorageMemoryUsed();
  }
}
