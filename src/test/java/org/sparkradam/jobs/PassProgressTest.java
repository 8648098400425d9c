package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

class PassProgressTest {
  private static final CountDownLatch FIRST_MAY_END = new CountDownLatch(1);
  private static final CountDownLatch OTHERS_MAY_END = new CountDownLatch(1);

  private final JavaSparkContext context =
      JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
  private final AtomicLong seconds = new AtomicLong();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Test
  void aLongPassIsToldWithItsShareAndTheTimeLeft() throws Exception {
    PassProgress progress =
        new PassProgress(
            new PrintStream(told, true, StandardCharsets.UTF_8),
            () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    Arrivals arrivals = new Arrivals();
    // Spark tells the listeners of a queue of each event in their order.
    context.sc().addSparkListener(progress);
    context.sc().addSparkListener(arrivals);
    try (progress) {
      CompletableFuture<Long> pass = CompletableFuture.supplyAsync(this::waitInAllTasks);
      Arrivals.await(arrivals.twoTasks);
      seconds.set(9);
      progress.tell();
      assertThat(lines()).isEmpty();
      seconds.set(12);
      progress.tell();
      FIRST_MAY_END.countDown();
      Arrivals.await(arrivals.thirdTask);
      Arrivals.await(arrivals.firstEnd);
      seconds.set(14);
      progress.tell();
      // A task takes 12 s: the second is overdue, the third has run for 2.
      assertThat(lines())
          .containsExactly(
              "  0 %  reading slowly; 12 s so far", " 33 %  reading slowly; about 5 s left");
      OTHERS_MAY_END.countDown();
      assertThat(pass.get(1, TimeUnit.MINUTES)).isEqualTo(3);
      Arrivals.await(arrivals.end);
      progress.tell();
      assertThat(lines()).hasSize(2);
    } finally {
      FIRST_MAY_END.countDown();
      OTHERS_MAY_END.countDown();
      context.sc().removeSparkListener(progress);
      context.sc().removeSparkListener(arrivals);
    }
  }

  private long waitInAllTasks() {
    context.setJobDescription("reading slowly");
    try {
      return context
          .parallelize(List.of(0, 1, 2), 3)
          .filter(i -> (i == 0 ? FIRST_MAY_END : OTHERS_MAY_END).await(1, TimeUnit.MINUTES))
          .count();
    } finally {
      context.setJobDescription(null);
    }
  }

  private List<String> lines() {
    return told.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static final class Arrivals extends SparkListener {
    private final CountDownLatch twoTasks = new CountDownLatch(2);
    private final CountDownLatch thirdTask = new CountDownLatch(3);
    private final CountDownLatch firstEnd = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
      twoTasks.countDown();
      thirdTask.countDown();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
      firstEnd.countDown();
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted event) {
      end.countDown();
    }

    private static void await(CountDownLatch arrival) throws InterruptedException {
      assertThat(arrival.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
