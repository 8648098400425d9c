package org.sparkradam.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparkradam.testing.SmallTables;

/** What Spark itself wrote down about an application. */
record EventLog(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static EventLog in(Path folder) throws IOException {
    return new EventLog(Files.createDirectories(folder));
  }

  /** The options that make Spark write it. */
  String[] options() {
    return new String[] {
      "--conf", "spark.eventLog.enabled=true",
      "--conf", "spark.eventLog.dir=" + folder.toUri(),
      "--conf", "spark.eventLog.compress=false",
      "--conf", "spark.eventLog.rolling.enabled=false"
    };
  }

  /** How many tasks succeeded on each host. */
  Map<String, Integer> tasksByHost() throws IOException {
    Map<String, Integer> tasks = new TreeMap<>();
    for (JsonNode event : events("SparkListenerTaskEnd")) {
      if (event.path("Task End Reason").path("Reason").asText().equals("Success")) {
        tasks.merge(event.path("Task Info").path("Host").asText(), 1, Integer::sum);
      }
    }
    return tasks;
  }

  /** How many executors went away before the application did. */
  int executorsRemoved() throws IOException {
    return events("SparkListenerExecutorRemoved").size();
  }

  private List<JsonNode> events(String name) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String file : SmallTables.below(folder)) {
      if (!file.endsWith(".crc")) {
        for (String line : Files.readAllLines(folder.resolve(file))) {
          JsonNode event = JSON.readTree(line);
          if (event.path("Event").asText().equals(name)) {
            events.add(event);
          }
        }
      }
    }
    return events;
  }
}
