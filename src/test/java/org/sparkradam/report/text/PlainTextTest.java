package org.sparkradam.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void replacesWhatXmlForbids() {
    assertThat(PlainText.of("a\u0000\u001B\u0085\uD83D\uFFFF\t\n🎈"))
        .isEqualTo("a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\t\n🎈");
    assertThat(PlainText.of(null)).isEmpty();
  }

  @Test
  void aLabelIsOneLine() {
    assertThat(PlainText.label(" two\n\tlines ")).isEqualTo("two lines");
    assertThat(PlainText.label(" ")).isEqualTo("–");
  }

  @Test
  void aLongLabelKeepsBothEnds() {
    assertThat(PlainText.label("radam:rhoThreshold=5 seed=17", 18)).isEqualTo("radam:rhoTh…eed=17");
    assertThat(PlainText.label("🎈".repeat(9), 6)).isEqualTo("🎈🎈🎈…🎈🎈");
  }
}
