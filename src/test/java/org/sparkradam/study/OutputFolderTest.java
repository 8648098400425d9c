package org.sparkradam.study;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.study.OutputFolder.Existing;
import org.sparkradam.table.BadInputException;

class OutputFolderTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @EnumSource
  void makesAFolderThatIsNotThereWithItsFirstFile(Existing existing) {
    Path folder = temporary.resolve("a").resolve("b");
    OutputFolder output = prepare(folder, existing);
    assertThat(folder).doesNotExist();
    output.write("report.html", "new");
    assertThat(folder.resolve("report.html")).hasContent("new");
  }

  @Test
  void takesAnEmptyFolder() {
    prepare(temporary, Existing.REFUSED);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void refusesAFolderWithSomethingInIt() throws IOException {
    Files.writeString(temporary.resolve("kept"), "old");
    assertRefused(temporary.toString(), Existing.REFUSED, "--overwrite");
    assertThat(temporary.resolve("kept")).hasContent("old");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFile(Existing existing) throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "old");
    assertRefused(file.toString(), existing, "folder");
    assertThat(file).hasContent("old");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAPathBelowAFile(Existing existing) throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "old");
    assertRefused(file.resolve("folder").toString(), existing, "cannot be written to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nosuchscheme://host/path", "a:b:c"})
  void refusesWhatIsNoPath(String path) {
    assertRefused(path, Existing.REFUSED, "name a folder");
  }

  @Test
  void overwritesFilesOfTheSameNameAndKeepsOthers() throws IOException {
    Files.writeString(temporary.resolve("report.html"), "a long old report");
    Files.writeString(temporary.resolve("kept"), "old");
    OutputFolder folder = prepare(temporary, Existing.OVERWRITTEN);
    folder.write("report.html", "new");
    assertThat(temporary.resolve("report.html")).hasContent("new");
    assertThat(temporary.resolve("kept")).hasContent("old");
  }

  @Test
  void writesWhatItIsGivenAndNothingBeside() {
    OutputFolder folder = prepare(temporary, Existing.REFUSED);
    folder.write("text", "β₁ = 0.9\n");
    folder.write("bytes", new byte[] {0, -1, 7});
    assertThat(temporary.resolve("text")).hasBinaryContent("β₁ = 0.9\n".getBytes(UTF_8));
    assertThat(temporary.resolve("bytes")).hasBinaryContent(new byte[] {0, -1, 7});
    // Not even a hidden checksum file.
    assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("text", "bytes");
  }

  @Test
  void saysWhereAFileIsAsAPersonWouldOpenIt() {
    OutputFolder folder = prepare(temporary, Existing.REFUSED);
    assertThat(folder.location("report.html"))
        .isEqualTo(temporary.resolve("report.html").toString());
  }

  private static OutputFolder prepare(Path path, Existing existing) {
    return OutputFolder.prepare(new Configuration(), path.toString(), existing);
  }

  private static void assertRefused(String path, Existing existing, String right) {
    assertThatThrownBy(() -> OutputFolder.prepare(new Configuration(), path, existing))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("--out " + path)
        .extracting(Throwable::getMessage)
        .asString()
        .contains(right)
        .doesNotContain("\n");
  }
}
