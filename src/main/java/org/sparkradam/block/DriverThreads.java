package org.sparkradam.block;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;

/** The threads of the driver that work on one table's blocks. Thread-safe. */
final class DriverThreads implements AutoCloseable {
  private static final Pattern LOCAL = Pattern.compile("local\\[(\\d+)(,\\s*\\d+)?]");

  private final ForkJoinPool pool;

  private DriverThreads(int count) {
    pool = new ForkJoinPool(count);
  }

  /** As many as a local master has, or {@code spark.driver.cores} says, or the machine has. */
  static DriverThreads of(SparkContext context) {
    return new DriverThreads(count(context));
  }

  private static int count(SparkContext context) {
    Matcher local = LOCAL.matcher(context.master());
    int machine = Runtime.getRuntime().availableProcessors();
    if (context.master().equals("local")) {
      return 1;
    }
    return local.matches()
        ? Integer.parseInt(local.group(1))
        : context.conf().getInt("spark.driver.cores", machine);
  }

  /**
   * Does all of the works, from 0 to {@code count} - 1, side by side; what one throws is thrown.
   *
   * @throws CancellationException if the calling thread was interrupted, which it stays
   */
  void run(int count, IntConsumer work) {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    if (count <= 1 || pool.getParallelism() == 1) {
      IntStream.range(0, count).forEach(work);
      return;
    }
    ForkJoinTask<?> all = pool.submit(() -> IntStream.range(0, count).parallel().forEach(work));
    try {
      all.get();
    } catch (InterruptedException e) {
      all.cancel(true);
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("the thread of a fit was interrupted");
  }

  /** As it would be on the calling thread; the pool wraps what it copies over. */
  private static RuntimeException cause(ExecutionException e) {
    Throwable cause = e.getCause();
    while (cause.getCause() != null && cause.getClass() == cause.getCause().getClass()) {
      cause = cause.getCause();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
