package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparkradam.report.ReportFiles;
import org.sparkradam.report.RunDescription;

/** Numbers are alike where a comma stands before decimals and a point between thousands. */
class HistogramLocaleTest {
  private static final HistogramResult RESULT =
      RecordedTrials.result(17, Map.of("adam", 1.25, "radam", 0.3));

  private final Locale before = Locale.getDefault();

  @BeforeEach
  void inGermany() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void back() {
    Locale.setDefault(before);
  }

  @Test
  void console() {
    assertThat(String.join("\n", new HistogramReport(RESULT).console()))
        .contains("moves 1.25 decades down with adam", "trained in 1.5 s");
  }

  @Test
  void page() {
    assertThat(html())
        .contains("on 12,000 training rows", "left out: 0.0 % at step 1", "1.25 decades down")
        .contains("0.0 to 0.2");
  }

  private static String html() {
    RunDescription run = RunDescription.of("table", Map.of(), "command", "footer");
    return ReportFiles.page(new HistogramReport(RESULT), run).toHtml();
  }
}
