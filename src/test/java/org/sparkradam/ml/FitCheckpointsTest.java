package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.Logged;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;

class FitCheckpointsTest {
  private static final Dataset<Row> TABLE =
      StageRows.classes(200, 2).withColumn("held", functions.expr("weight > 1.7"));

  @TempDir private Path folder;

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void localeBack() {
    Locale.setDefault(locale);
  }

  private MiniBatchLogisticRegression stage() {
    return new MiniBatchLogisticRegression()
        .setMaxIter(40)
        .setNumPartitions(3)
        .setBatchSize(32)
        .setRegParam(0.01)
        .setValidationIndicatorCol("held")
        .setCheckpointDir(folder.toString())
        .setCheckpointInterval(10);
  }

  private static final class Told implements TrainingListener {
    final List<String> all = new ArrayList<>();

    @Override
    public void onResume(Resumption resumption) {
      all.add(resumption.toString());
    }

    @Override
    public void onState(TrainingState state) {
      all.add("step " + state.step());
    }
  }

  private static TrainingListener dyingAt(long step) {
    return state -> {
      if (state.step() == step) {
        throw new IllegalStateException("the driver died");
      }
    };
  }

  @Test
  void aFitThatDiedGoesOnAndLeavesNothing() {
    Told atStart = new Told();
    LogisticRegressionModel whole = stage().setTrainingListener(atStart).fit(TABLE);
    assertThat(atStart.all.get(0))
        .startsWith("no checkpoint to resume from in file:" + folder + "/fit-")
        .endsWith(": beginning at the start");
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> stage().setTrainingListener(dyingAt(27)).fit(TABLE))
        .hasMessage("the driver died");
    assertThat(folder.toFile().list()).hasSize(1);
    Told told = new Told();
    LogisticRegressionModel resumed;
    try (Logged logged = new Logged(FitProgress.class.getName())) {
      MiniBatchLogisticRegression stage = stage().setTrainingListener(told);
      resumed = stage.fit(TABLE);
      assertThat(logged.lines()).containsExactly(stage.uid() + ": " + told.all.get(0));
    }
    assertThat(told.all.get(0))
        .startsWith("resuming from file:" + folder + "/fit-")
        .endsWith(".checkpoint: step 20 of 40 done, 20 left");
    assertThat(told.all.get(1)).isEqualTo("step 20");
    assertThat(resumed.coefficients()).isEqualTo(whole.coefficients());
    assertThat(resumed.intercept()).isEqualTo(whole.intercept());
    assertThat(resumed.summary().objectiveHistory()).isEqualTo(whole.summary().objectiveHistory());
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"driver, executors", "executors, driver"})
  void aFitThatDiedGoesOnAtTheOtherPlace(String first, String second) {
    LogisticRegressionModel whole = stage().setTrainOn(second).fit(TABLE);
    assertThatThrownBy(() -> stage().setTrainOn(first).setTrainingListener(dyingAt(27)).fit(TABLE))
        .hasMessage("the driver died");
    List<Long> steps = new ArrayList<>();
    LogisticRegressionModel resumed =
        stage().setTrainOn(second).setTrainingListener(state -> steps.add(state.step())).fit(TABLE);
    assertThat(steps.get(0)).isEqualTo(20);
    assertThat(resumed.coefficients()).isEqualTo(whole.coefficients());
    assertThat(resumed.intercept()).isEqualTo(whole.intercept());
    assertThat(resumed.summary().objectiveHistory()).isEqualTo(whole.summary().objectiveHistory());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "tr-TR"})
  void aFitThatDiedGoesOnInEveryLocale(String language) throws IOException {
    LogisticRegressionModel whole = stage().fit(TABLE);
    Locale.setDefault(Locale.forLanguageTag(language));
    assertThatThrownBy(() -> stage().setTrainingListener(dyingAt(37)).fit(TABLE))
        .hasMessage("the driver died");
    assertThat(checkpoints())
        .hasSize(2)
        .allMatch(name -> name.matches("step-0{10}[23]0-[0-9a-f]{12}\\.checkpoint"));
    List<Long> steps = new ArrayList<>();
    LogisticRegressionModel resumed =
        stage().setTrainingListener(state -> steps.add(state.step())).fit(TABLE);
    assertThat(steps.get(0)).isEqualTo(30);
    assertThat(resumed.coefficients()).isEqualTo(whole.coefficients());
    assertThat(resumed.intercept()).isEqualTo(whole.intercept());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFitThatDiedInOneLocaleGoesOnInAnother() {
    assertThatThrownBy(() -> stage().setTrainingListener(dyingAt(27)).fit(TABLE));
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    List<Long> steps = new ArrayList<>();
    stage().setTrainingListener(state -> steps.add(state.step())).fit(TABLE);
    assertThat(steps.get(0)).isEqualTo(20);
  }

  /** Checkpoints of all fits, without the checksums that Hadoop puts beside local files. */
  private List<String> checkpoints() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .toList();
    }
  }

  @Test
  void fitsOfOtherSettingsOrRowsDoNotMeet() {
    assertThatThrownBy(() -> stage().setTrainingListener(dyingAt(15)).fit(TABLE));
    List<Long> firstSteps = new ArrayList<>();
    TrainingListener first =
        state -> {
          if (firstSteps.isEmpty()) {
            firstSteps.add(state.step());
          }
        };
    stage().setStepSize(0.2).setTrainingListener(first).fit(TABLE);
    assertThat(firstSteps).containsExactly(0L);
    firstSteps.clear();
    stage().setTrainingListener(first).fit(TABLE.filter("weight > 0.6"));
    assertThat(firstSteps).containsExactly(0L);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void refusesPlacesThatAreNone() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage().setCheckpointDir(file.toString()).fit(TABLE))
        .withMessage("checkpointDir must be a folder, but was the file " + file);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage().setCheckpointDir("nowhere://x/y").fit(TABLE))
        .withMessageStartingWith("checkpointDir must be a path that can be reached, but was");
    assertThatIllegalArgumentException().isThrownBy(() -> stage().setCheckpointDir(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> stage().setCheckpointInterval(0));
  }
}
