package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.table.column.BadInputException;

class OutputOptionsTest {
  @TempDir Path temporary;

  @Test
  void refusesAFolderWithSomethingInItUnlessItMayBeOverwritten() throws IOException {
    Files.writeString(temporary.resolve("kept"), "old");
    assertRefused(temporary.toString(), false, "--overwrite");
    OutputOptions options = options(temporary.toString(), true);
    options.prepare("job", new Configuration()).write("report.html", "new");
    assertThat(temporary.resolve("report.html")).hasContent("new");
    assertThat(temporary.resolve("kept")).hasContent("old");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesAFileAndWhatIsBelowOne(boolean overwrite) throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "old");
    assertRefused(file.toString(), overwrite, "is a file; name a folder");
    assertRefused(file.resolve("folder").toString(), overwrite, "cannot be written to");
    assertThat(file).hasContent("old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nosuchscheme://host/path", "a:b:c"})
  void refusesWhatIsNoPath(String path) {
    assertRefused(path, false, "name a folder");
  }

  private static OutputOptions options(String path, boolean overwrite) {
    OutputOptions options = new OutputOptions();
    options.out = path;
    options.overwrite = overwrite;
    return options;
  }

  private static void assertRefused(String path, boolean overwrite, String right) {
    assertThatThrownBy(() -> options(path, overwrite).prepare("job", new Configuration()))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("--out " + path)
        .extracting(Throwable::getMessage)
        .asString()
        .contains(right)
        .doesNotContain("\n");
  }
}
