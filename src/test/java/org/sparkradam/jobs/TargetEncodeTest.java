package org.sparkradam.jobs;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;
import org.sparkradam.testing.SmallTables;

/** What there is of it on Spark 3.5; {@link TrainTest} has it on Spark 4. */
class TargetEncodeTest {
  @TempDir Path temp;

  @Test
  void sparkWithoutTargetEncoderRefusesInOneLine() {
    String version = LocalSpark.session().version();
    assumeThat(version).startsWith("3.");
    String table = new SmallTables(temp).csv("t.csv", List.of("no", "yes"));
    String out = temp.resolve("out").toString();
    JobRun.of(new Train(), "--data", table, "--header", "--target-encode", "c", "--out", out)
        .assertRefused(
            "--target-encode: needs Spark 4, whose TargetEncoder makes it; this is Spark "
                + version,
            "leave it out, or use --min-count");
  }
}
