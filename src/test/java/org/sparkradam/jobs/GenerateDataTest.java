package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

class GenerateDataTest {
  @TempDir Path temp;

  @Test
  void writesATableAndSaysHowWellItCanBeModelled() {
    Path table = temp.resolve("new/table");
    JobRun run = generate(table, "--rows", "500", "--partitions", "3");
    run.assertDone();
    assertThat(run.out()).contains("500 rows in " + table, "log loss below 0.");
    assertThat(LocalSpark.session().read().parquet(table.toString()).count()).isEqualTo(500);
    assertThat(table.resolve("_truth.json")).exists();

    generate(table, "--rows", "10")
        .assertRefused("exists already; name another, or say --overwrite");
    assertThat(LocalSpark.session().read().parquet(table.toString()).count()).isEqualTo(500);
    generate(table, "--rows", "10", "--overwrite").assertDone();
    assertThat(LocalSpark.session().read().parquet(table.toString()).count()).isEqualTo(10);
  }

  @Test
  void overwritesNothingButTables() throws IOException {
    Path precious = Files.writeString(temp.resolve("precious"), "gold");
    generate(temp, "--overwrite").assertRefused("holds precious, which is no part of a table");
    generate(precious, "--overwrite").assertRefused("is a file; a folder is needed");
    generate(precious.resolve("below")).assertRefused("below: cannot be written");
    assertThat(precious).hasContent("gold");
  }

  @Test
  void clicks() {
    Path table = temp.resolve("clicks");
    JobRun run = generate(table, "--kind", "clicks", "--rows", "300", "--days", "3");
    run.assertDone();
    assertThat(run.out()).contains("300 rows in " + table, "log loss below 0.");
    assertThat(LocalSpark.session().read().parquet(table.toString()).columns())
        .startsWith("day", "I1")
        .endsWith("C26", "label");
  }

  @Test
  void optionsOfTheOtherKindAreRefused() {
    Path table = temp.resolve("none");
    generate(table, "--kind", "clicks", "--numeric", "3")
        .assertRefused("--numeric: --kind clicks has none; leave it out");
    generate(table, "--days", "3").assertRefused("--days: --kind table has none; leave it out");
    generate(table, "--kind", "visits")
        .assertRefused("--kind visits: must be one of table, clicks");
    assertThat(table).doesNotExist();
  }

  private static JobRun generate(Path out, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "--out";
    arguments[1] = out.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return JobRun.of(new GenerateData(), arguments);
  }
}
