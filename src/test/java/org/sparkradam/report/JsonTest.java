package org.sparkradam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void keepsTheOrderAndWritesNanAsText() {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("z", 0.1);
    run.put("a", List.of(Double.NaN, Double.POSITIVE_INFINITY, 1));
    run.put("quote \"", "line\nbreak");
    run.put("none", null);
    assertThat(Json.pretty(run))
        .isEqualTo(
            """
            {
              "z" : 0.1,
              "a" : [
                "NaN",
                "Infinity",
                1
              ],
              "quote \\"" : "line\\nbreak",
              "none" : null
            }
            """);
  }

  @Test
  void refusesWhatHasNoJsonForm() {
    assertThatThrownBy(() -> Json.pretty(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }
}
