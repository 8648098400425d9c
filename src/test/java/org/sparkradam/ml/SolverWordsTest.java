package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where the solvers of stages are named by hand, they are those that there are. */
class SolverWordsTest {
  private static final String DOC = new MiniBatchFMClassifier().getParam("solver").doc();

  @Test
  void theDocumentOfStagesNamesThem() throws IOException {
    String names = DOC.substring(DOC.indexOf(": ") + 2).replace(", ", "`, `");
    assertThat(Files.readString(Path.of("docs/stages.md")))
        .contains("| `solver` | `radam` | `" + names + "` (");
  }

  @Test
  void pythonNamesThem() throws IOException {
    String declared = Files.readString(Path.of("python/src/org/sparkradam/ml/_optimizer.py"));
    assertThat(declared.replaceAll("\"\\s+\"", "")).contains('"' + DOC + '"');
  }
}
