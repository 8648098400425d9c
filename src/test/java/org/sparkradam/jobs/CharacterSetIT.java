package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Columns, categories and paths with letters beyond ASCII, where the locale knows none. Commands
 * are in a script, whose bytes no JVM's locale changes: not that of these tests either.
 */
class CharacterSetIT {
  private static final String NO_LOCALE = "env -u LC_ALL -u LC_CTYPE -u LANG ";

  private static final String OPTIONS =
      " --data größen.csv --header --label kündigung --steps 20 --batch-size 30 --out büro"
          + " && cat büro/coefficients.csv";

  @TempDir static Path temp;
  private static Launcher launcher;

  @BeforeAll
  static void launcher() {
    launcher = new Launcher(temp);
  }

  @AfterAll
  static void nothingIsLeftRunning() throws InterruptedException {
    assertThat(launcher.leftOver()).isEmpty();
  }

  /** One that is not installed is ASCII too; the digits and letters of others are no matter. */
  @Test
  void aForeignLocale() throws Exception {
    String arabic = " --driver-java-options '-Duser.language=ar -Duser.country=EG' --";
    assertTrained(
        run(
            NO_LOCALE
                + "LANG=tr_TR.UTF-8 "
                + script("train")
                + arabic
                + " --master local[1]"
                + OPTIONS));
  }

  /** There an executor opens the file by its name. */
  @Test
  void theLocaleOfCOnACluster() throws Exception {
    assertTrained(
        run(
            NO_LOCALE
                + "LC_ALL=C "
                + script("local-cluster")
                + " --workers 1 --memory 1g -- "
                + script("train")
                + " --master MASTER_URL"
                + OPTIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LC_ALL=POSIX "})
  void helpInLocalesOfAscii(String locale) throws Exception {
    Launcher.Run help = run(NO_LOCALE + locale + script("train") + " --help");
    help.assertDone();
    assertThat(help.out()).contains("--learning-rate=α");
  }

  /** Spark's own, which knows nothing of our launchers. */
  @Test
  void anotherSparkSubmitSaysThatLettersAreLost() throws Exception {
    run(script("train") + " --version").assertDone(); // which makes the SPARK_HOME
    Path jars = Launcher.jar().resolveSibling("spark-home/jars");
    Launcher.Run refused =
        run(
            NO_LOCALE
                + "LC_ALL=C \"$JAVA_HOME/bin/java\" -cp '%s/*'".formatted(jars)
                + " org.apache.spark.deploy.SparkSubmit --master local[1]"
                + " --class %s '%s'".formatted(Train.class.getName(), Launcher.jar())
                + OPTIONS);
    assertThat(refused.err())
        .contains("train: gr????en.csv has letters", "LC_ALL=C.UTF-8")
        .doesNotContain("Exception");
    assertThat(refused.status()).isEqualTo(JobRunner.BAD_INPUT);
  }

  private static String script(String name) {
    return "'" + Launcher.script(name) + "'";
  }

  private static Launcher.Run run(String command) throws Exception {
    Path folder = Files.createTempDirectory(temp, "letters");
    Files.writeString(folder.resolve("command"), "mv t.csv größen.csv\n" + command);
    Stream<String> rows =
        IntStream.range(0, 120)
            .mapToObj(
                i -> i * 0.37 + (i % 2 == 0 ? ",Łódź,nein" : i % 3 == 0 ? ",Łódź,ja" : ",Gent,ja"));
    Files.write(
        folder.resolve("t.csv"), Stream.concat(Stream.of("größe,stadt,kündigung"), rows).toList());
    return launcher.run(
        Map.of("SPARK_HOME", ""),
        "bash",
        "-c",
        "cd \"$1\" && . ./command",
        "bash",
        folder.toString());
  }

  private static void assertTrained(Launcher.Run run) {
    run.assertDone();
    assertThat(run.complaints()).filteredOn(line -> !line.startsWith("a cluster of")).isEmpty();
    assertThat(run.out()).contains("'nein' → ", "/büro/report.html", "größe,", "stadt=Łódź,");
  }
}
