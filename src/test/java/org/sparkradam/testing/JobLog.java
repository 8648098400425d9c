package org.sparkradam.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.storage.RDDInfo;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.table.read.PassName;

/** What Spark runs, and what it says that it is for, until this is closed. */
public final class JobLog extends SparkListener implements AutoCloseable {
  private final List<String> jobs = new CopyOnWriteArrayList<>();
  private final List<Stage> stages = new CopyOnWriteArrayList<>();

  /**
   * A stage that was run, and not left out since its output was there.
   *
   * @param job what the job is for
   * @param rdds all that it goes through, or would if some of them were not cached
   */
  public record Stage(String job, Set<Integer> rdds) {}

  public JobLog() {
    LocalSpark.context().sc().addSparkListener(this);
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    jobs.add(Optional.ofNullable(start.properties().getProperty(PassName.PROPERTY)).orElse(""));
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    stages.add(
        new Stage(
            Optional.ofNullable(submitted.properties().getProperty(PassName.PROPERTY)).orElse(""),
            ScalaCollections.asJava(submitted.stageInfo().rddInfos()).stream()
                .map(RDDInfo::id)
                .collect(Collectors.toSet())));
  }

  /** What the jobs so far were for, in their order. */
  public List<String> jobs() {
    awaitEvents();
    return List.copyOf(jobs);
  }

  /** The stages so far that went through an RDD, by what their jobs were for. */
  public List<String> stagesThrough(int rdd) {
    awaitEvents();
    return stages.stream().filter(stage -> stage.rdds.contains(rdd)).map(Stage::job).toList();
  }

  /** Listeners are told after the fact. */
  private static void awaitEvents() {
    try {
      LocalSpark.context().sc().listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    LocalSpark.context().sc().removeSparkListener(this);
  }
}
