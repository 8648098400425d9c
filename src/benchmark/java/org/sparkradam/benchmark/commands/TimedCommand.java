package org.sparkradam.benchmark.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command took from its first phase, for which its session is up, to its last.
 *
 * @param phases seconds of each, in order
 */
record TimedCommand(Map<String, Double> phases) {
  double seconds() {
    return phases.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Runs a command to its end.
   *
   * @param phase which phase begins with a line of what it prints, if one does; what begins last is
   *     the end
   * @throws IllegalStateException if it fails, with the last that it said
   */
  static TimedCommand run(List<String> command, Function<String, Optional<String>> phase)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_DRIVER_MEMORY", "4g"); // what launchers give a job
    Process process = builder.start();
    process.getOutputStream().close();
    Map<String, Double> phases = new LinkedHashMap<>();
    String last = "it said nothing";
    String current = null;
    long since = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
        Optional<String> next = phase.apply(line);
        if (next.isPresent()) {
          long now = System.nanoTime();
          if (current != null) {
            phases.merge(current, (now - since) / 1e9, Double::sum);
          }
          current = next.get();
          since = now;
        }
      }
    } finally {
      process.destroy();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("%s failed: %s".formatted(String.join(" ", command), last));
    }
    return new TimedCommand(phases);
  }
}
