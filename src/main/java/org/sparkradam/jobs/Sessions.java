package org.sparkradam.jobs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;

/** Lends a job the Spark session that it works in. */
@FunctionalInterface
interface Sessions {
  /** A session that begins and ends with the job. */
  Sessions OF_THE_JOB =
      (job, work) -> {
        try (SparkSession spark = start(job);
            PassProgress progress = PassProgress.of(spark.sparkContext())) {
          work.accept(spark);
        }
      };

  /**
   * What suits jobs better than Spark's own defaults, unless the user of spark-submit says
   * otherwise.
   */
  Map<String, String> DEFAULTS =
      Map.of(
          // Spark's bar and our lines would overwrite each other.
          "spark.ui.showConsoleProgress",
          "false",
          // With it, each column that VectorAssembler takes is looked for among all others, which
          // takes minutes for some thousand of them. No job joins a table with itself.
          "spark.sql.analyzer.failAmbiguousSelfJoin",
          "false",
          // One method of all that happens to a row is so long, with some dozen columns and more,
          // that the JVM does not take it or never compiles it, and its making is in vain.
          "spark.sql.codegen.wholeStage",
          "false",
          // Java's serialisation keeps all that it has read of a persisted partition until it is
          // reset: by default a hundred batches of ten thousand rows, which may be gigabytes.
          "spark.serializer.objectStreamReset",
          "10",
          "spark.sql.inMemoryColumnarStorage.batchSize",
          "1000",
          // To load the tables of all languages takes half a second, for letters that are ASCII.
          "spark.sql.icu.caseMappings.enabled",
          "false");

  void lend(Job job, Consumer<SparkSession> work) throws IOException;

  private static SparkSession start(Job job) {
    SparkSession.Builder builder = SparkSession.builder().appName("spark-radam " + job.title());
    DEFAULTS.forEach(
        (setting, value) -> {
          if (System.getProperty(setting) == null) {
            builder.config(setting, value);
          }
        });
    String submitted = System.getProperty("spark.master", "local[*]");
    String master = job.master() == null ? submitted : job.master();
    return builder.master(MasterUrl.check(master)).getOrCreate();
  }

  /** What {@code --master} may be; Spark itself would refuse it late and with a stack trace. */
  final class MasterUrl {
    private static final Pattern VALID =
        Pattern.compile(
            "local(\\[([1-9][0-9]*|\\*)(, *[1-9][0-9]*)?])?"
                + "|local-cluster\\[[0-9]+, *[0-9]+, *[0-9]+]"
                + "|spark://[^/:,]+:[0-9]{1,5}(,[^/:,]+:[0-9]{1,5})*"
                + "|yarn"
                + "|k8s://.+");
    private static final String STANDALONE = "spark://";
    private static final int PATIENCE_MILLIS = 5000;

    private MasterUrl() {}

    /**
     * Returns the URL.
     *
     * @throws BadInputException if Spark would not know what to do with it, or if it names
     *     standalone masters and none can be reached
     */
    static String check(String url) {
      if (!VALID.matcher(url).matches()) {
        throw new BadInputException(
            "--master %s: must be local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL"
                .formatted(url));
      }
      if (url.startsWith(STANDALONE)
          && Stream.of(url.substring(STANDALONE.length()).split(",", -1))
              .noneMatch(MasterUrl::answers)) {
        throw new BadInputException(
            "--master %s: nobody answers there; start the cluster or mend the address"
                .formatted(url));
      }
      return url;
    }

    private static boolean answers(String address) {
      int colon = address.lastIndexOf(':');
      try (Socket socket = new Socket()) {
        int port = Integer.parseInt(address.substring(colon + 1));
        socket.connect(new InetSocketAddress(address.substring(0, colon), port), PATIENCE_MILLIS);
        return true;
      } catch (IOException | IllegalArgumentException e) {
        return false;
      }
    }
  }
}
