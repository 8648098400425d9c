package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of clicks, on which a model of many rare categories learns the noise if it may. */
class RareClicksTest {
  @TempDir Path temp;

  @Test
  void theDefaultHoldsTheirWeightsBackAndSaysSo() throws IOException {
    String table = temp.resolve("clicks").toString();
    JobRun.of(new GenerateData(), "--kind", "clicks", "--rows", "5000", "--out", table)
        .assertDone();
    JobRun job =
        JobRun.of(
            new Train(),
            "--data",
            table,
            "--label",
            "label",
            "--features",
            "C11,C15,C19,C23",
            "--steps",
            "20",
            "--out",
            temp.resolve("out").toString());
    job.assertDone();
    JsonNode run = new ObjectMapper().readTree(temp.resolve("out/run.json").toFile());
    assertThat(run.path("stage").path("regParam").asDouble())
        .isEqualTo(100.0 / run.path("trainingRows").asDouble());
    assertThat(job.out()).contains("penalty: 0.02", "(--reg-param sets it, 0 for none)");
  }
}
