package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.mllib.classification.LogisticRegressionModel;
import org.apache.spark.mllib.classification.LogisticRegressionWithSGD;
import org.apache.spark.mllib.util.MLUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

/** The lines that README shows, on a table that one coefficient decides. */
class ReadmeExampleTest {
  @TempDir Path temporary;

  @Test
  void trains() throws IOException {
    var rows = MLUtils.loadLibSVMFile(LocalSpark.session().sparkContext(), table().toString());
    var trainer = new LogisticRegressionWithSGD(0.1, 300, 0.0, 0.2);
    trainer.optimizer().setUpdater(new RAdamUpdater().setBeta2(0.99)).setConvergenceTol(0);
    LogisticRegressionModel model = trainer.run(rows);
    assertThat(model.weights().apply(0)).isGreaterThan(1);
    assertThat(Math.abs(model.weights().apply(1))).isLessThan(0.5);
  }

  private Path table() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    String lines =
        IntStream.range(0, 500)
            .mapToObj(
                i -> {
                  double x = random.nextDouble() - 0.5;
                  return String.format(
                      Locale.ROOT, "%d 1:%s 2:%s", x > 0 ? 1 : 0, x, random.nextDouble() - 0.5);
                })
            .collect(Collectors.joining("\n"));
    return Files.writeString(temporary.resolve("table.libsvm"), lines);
  }
}
