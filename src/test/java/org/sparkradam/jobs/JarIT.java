package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the two jars of a build. */
class JarIT {
  private static final String OF_THE_BENCHMARK =
      "org/sparkradam/(benchmark/.*|jobs/Benchmark(\\$.*)?\\.class)";

  @Test
  void whatUsersPutOnClustersHoldsNothingOfTheBenchmark() throws IOException {
    assertThat(classes(Launcher.jar()))
        .contains("org/sparkradam/jobs/Train.class")
        .noneMatch(name -> name.matches(OF_THE_BENCHMARK));
  }

  @Test
  void theBenchmarksJarHoldsNothingElse() throws IOException {
    assertThat(classes(benchmark()))
        .contains("org/sparkradam/jobs/Benchmark.class")
        .allMatch(name -> name.matches(OF_THE_BENCHMARK));
  }

  private static Path benchmark() throws IOException {
    Path folder = Launcher.jar().getParent();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "benchmark_*.jar")) {
      return jars.iterator().next();
    }
  }

  private static List<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
    }
  }
}
