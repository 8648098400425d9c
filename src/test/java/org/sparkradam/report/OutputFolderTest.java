package org.sparkradam.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkradam.report.OutputFolder.Existing;

class OutputFolderTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @EnumSource
  void makesAFolderThatIsNotThereWithItsFirstFile(Existing existing) throws IOException {
    Path folder = temporary.resolve("a").resolve("b");
    OutputFolder output = prepare(folder, existing);
    assertThat(folder).doesNotExist();
    output.write("report.html", "new");
    assertThat(folder.resolve("report.html")).hasContent("new");
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    prepare(temporary, Existing.REFUSED);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void refusesAFolderWithSomethingInIt() throws IOException {
    Files.writeString(temporary.resolve("kept"), "old");
    assertThatThrownBy(() -> prepare(temporary, Existing.REFUSED))
        .isInstanceOf(DirectoryNotEmptyException.class);
    assertThat(temporary.resolve("kept")).hasContent("old");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFile(Existing existing) throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "old");
    assertThatThrownBy(() -> prepare(file, existing)).isInstanceOf(NotDirectoryException.class);
    assertThat(file).hasContent("old");
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
  void writesWhatItIsGivenAndNothingBeside() throws IOException {
    OutputFolder folder = prepare(temporary, Existing.REFUSED);
    folder.write("text", "β₁ = 0.9\n");
    folder.write("bytes", new byte[] {0, -1, 7});
    assertThat(temporary.resolve("text")).hasBinaryContent("β₁ = 0.9\n".getBytes(UTF_8));
    assertThat(temporary.resolve("bytes")).hasBinaryContent(new byte[] {0, -1, 7});
    // Not even a hidden checksum file.
    assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("text", "bytes");
  }

  @Test
  void saysWhereAFileIsAsAPersonWouldOpenIt() throws IOException {
    OutputFolder folder = prepare(temporary, Existing.REFUSED);
    assertThat(folder.location("report.html"))
        .isEqualTo(temporary.resolve("report.html").toString());
  }

  private static OutputFolder prepare(Path path, Existing existing) throws IOException {
    return OutputFolder.prepare(new Configuration(), path.toString(), existing);
  }
}
