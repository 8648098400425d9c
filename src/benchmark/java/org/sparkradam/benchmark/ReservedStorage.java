package org.sparkradam.benchmark;

import org.apache.spark.SparkEnv;
import org.apache.spark.memory.MemoryManager;
import org.apache.spark.memory.MemoryMode;
import org.apache.spark.storage.TestBlockId;

/** Storage memory that Spark believes to be taken, so that what is cached meanwhile spills. */
final class ReservedStorage {
  private static final long SETTLED_AFTER_MILLIS = 1000;

  private final MemoryManager memory = SparkEnv.get().memoryManager();
  private final long bytes;

  private ReservedStorage(long bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes all but so many bytes of this JVM's storage memory, which must be a local master's.
   *
   * @throws IllegalStateException if Spark does not give it
   */
  static ReservedStorage allBut(long free) {
    MemoryManager memory = SparkEnv.get().memoryManager();
    long bytes = memory.maxOnHeapStorageMemory() - settledUse(memory) - free;
    if (!memory.acquireStorageMemory(new TestBlockId("reserved"), bytes, MemoryMode.ON_HEAP)) {
      throw new IllegalStateException("Spark has no " + bytes + " bytes of storage to reserve");
    }
    return new ReservedStorage(bytes);
  }

  void release() {
    memory.releaseStorageMemory(bytes, MemoryMode.ON_HEAP);
  }

  /**
   * Spark removes blocks in the background, and those that nobody refers to any more only once the
   * garbage collector has found that out: better now than while what is measured is cached.
   */
  private static long settledUse(MemoryManager memory) {
    System.gc();
    long before;
    long now = memory.onHeapStorageMemoryUsed();
    do {
      before = now;
      pause();
      now = memory.onHeapStorageMemoryUsed();
    } while (now != before);
    return now;
  }

  private static void pause() {
    try {
      Thread.sleep(SETTLED_AFTER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
