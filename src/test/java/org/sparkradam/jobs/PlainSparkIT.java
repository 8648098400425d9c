package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

/** Models of all kinds of features in a JVM that has Spark's jars and nothing of this library. */
class PlainSparkIT {
  private static final String ROWS =
      "SELECT CAST(id % 2 AS STRING) AS label, exp(id % 2 + rand(1)) AS x, id % 7 AS y,"
          + " concat('a', id % 5) AS a, concat('b', pmod(hash(id), 20)) AS `b.1` FROM range(240)";

  @TempDir Path temp;

  @Test
  void aSparkWithoutTheJarScoresTheSame() throws Exception {
    String table = temp.resolve("table").toString();
    LocalSpark.session().sql(ROWS).coalesce(1).write().parquet(table);
    String many =
        "--min-count 5 --numeric log-buckets,y=quantiles:4 --cross a:b.1 --target-encode b.1";
    List<String> models =
        List.of(trained(table, "many", many), trained(table, "hashed", "--hash-bits 8"));
    List<String> here =
        models.stream()
            .flatMap(model -> PlainSpark.scored(LocalSpark.session(), table, model).stream())
            .toList();
    assertThat(here).hasSize(2 * 240).anyMatch(row -> row.startsWith("[1.0,1,["));
    assertThat(elsewhere(table, models)).isEqualTo(here);
  }

  private String trained(String table, String name, String options) {
    Path out = temp.resolve(name);
    JobRun.of(
            new Train(),
            Stream.concat(
                    Stream.of(
                        "--data",
                        table,
                        "--format",
                        "parquet",
                        "--steps",
                        "10",
                        "--out",
                        out.toString()),
                    Stream.of(options.split(" ", -1)))
                .toArray(String[]::new))
        .assertDone();
    return out.resolve("model").toString();
  }

  private List<String> elsewhere(String table, List<String> models)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
    command.addAll(List.of("-Xmx600m", "-cp", alone() + File.pathSeparator + jars()));
    command.addAll(List.of(PlainSpark.class.getName(), table));
    command.addAll(models);
    Path said = temp.resolve("said.txt");
    Path log = temp.resolve("log.txt");
    int status =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(log.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(log)).isZero();
    return Files.readAllLines(said).stream().filter(line -> line.startsWith("[")).toList();
  }

  /** A folder of that one class. */
  private Path alone() throws IOException {
    String file = PlainSpark.class.getName().replace('.', '/') + ".class";
    Path folder = temp.resolve("classes");
    Files.createDirectories(folder.resolve(file).getParent());
    try (var bytes = PlainSpark.class.getResourceAsStream("/" + file)) {
      Files.copy(bytes, folder.resolve(file));
    }
    return folder;
  }

  /** Those of the class path that are not ours: our classes are in folders, or in our jar. */
  private static String jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.toString().endsWith(".jar"))
        .filter(jar -> !jar.getFileName().toString().startsWith("spark-radam"))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
