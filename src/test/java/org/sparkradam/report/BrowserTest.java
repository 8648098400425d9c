package org.sparkradam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a page in a real browser, where there is one. */
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  @TempDir Path folder;

  @Test
  void aBrowserShowsThePageWithoutComplaint() throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM), "skipped: no " + CHROMIUM + " to open the report with");
    Path page = Files.writeString(folder.resolve("report.html"), SampleReport.page().toHtml());
    Path screenshot = folder.resolve("page.png");
    String log = open(page, screenshot);
    assertThat(ImageIO.read(screenshot.toFile()).getWidth()).isEqualTo(1280);
    assertThat(log.lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
  }

  private String open(Path page, Path screenshot) throws IOException, InterruptedException {
    Path log = folder.resolve("chromium.log");
    Process browser =
        new ProcessBuilder(command(page, screenshot))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(browser.waitFor(2, TimeUnit.MINUTES)).as("chromium ended in time").isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(log);
  }

  private List<String> command(Path page, Path screenshot) {
    return List.of(
        CHROMIUM.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile"),
        "--enable-logging=stderr",
        "--v=0",
        "--screenshot=" + screenshot,
        "--window-size=1280,2000",
        page.toUri().toString());
  }
}
