package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the project's scripts as a user does, in processes of their own. */
final class Launcher {
  private static final int LONGEST_MINUTES = 10;

  /** Of drivers, which are over before the optimising compiler pays. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  /** Every process that comes of a run inherits it. */
  private final String mark = UUID.randomUUID().toString();

  private final Path logs;

  Launcher(Path logs) {
    this.logs = logs;
  }

  /** What a process said and how it ended. */
  record Run(int status, String out, String err) {
    /** The error stream without what every JVM says of Spark's own options. */
    List<String> complaints() {
      return err.lines().filter(line -> !line.contains("Using incubator modules")).toList();
    }

    void assertDone() {
      assertThat(status).as(err).isEqualTo(JobRunner.DONE);
    }
  }

  static Path jar() {
    return Path.of(System.getProperty("sparkradam.jar"));
  }

  static String script(String name) {
    return Path.of(System.getProperty("sparkradam.basedir"), "spark-jobs", name).toString();
  }

  /** One of the project's scripts, with the Spark that Maven resolved. */
  Run run(String script, String... arguments) throws IOException, InterruptedException {
    return run(Map.of("SPARK_HOME", ""), script(script), arguments);
  }

  /** Any command. */
  Run run(Map<String, String> environment, String program, String... arguments)
      throws IOException, InterruptedException {
    File out = Files.createTempFile(logs, "run", ".out").toFile();
    File err = Files.createTempFile(logs, "run", ".err").toFile();
    List<String> command = Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out).redirectError(err).directory(logs.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SPARK_DRIVER_MEMORY", "1g");
    builder.environment().put("SPARK_SUBMIT_OPTS", SHORT_LIVED);
    builder.environment().put("SPARK_RADAM_TEST", mark);
    Process process = builder.start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(
          "%s does not end; it said %s and %s"
              .formatted(command, Files.readString(out.toPath()), Files.readString(err.toPath())));
    }
    return new Run(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  /** Kills one process of these runs whose command line holds the word, with SIGKILL. */
  void kill(String word) {
    assertThat(
            ProcessHandle.allProcesses()
                .filter(this::isOurs)
                .filter(process -> file(process, "cmdline").contains(word))
                .findFirst()
                .map(ProcessHandle::destroyForcibly))
        .as("a process of " + word)
        .hasValue(true);
  }

  /** Waits a little for processes of these runs to end; those that do not. Linux only. */
  List<String> leftOver() throws InterruptedException {
    List<String> alive = alive();
    for (int tries = 0; tries < 100 && !alive.isEmpty(); tries++) {
      Thread.sleep(100);
      alive = alive();
    }
    return alive;
  }

  private List<String> alive() {
    return ProcessHandle.allProcesses()
        .filter(this::isOurs)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .collect(Collectors.toList());
  }

  private boolean isOurs(ProcessHandle process) {
    return file(process, "environ").contains(mark);
  }

  /** What Linux knows of a process; nothing of one that has ended. */
  private static String file(ProcessHandle process, String name) {
    try {
      byte[] content = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/" + name));
      return new String(content, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
