package org.sparkradam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void keepsTheOrderAndHasNullForWhatIsNoNumber() {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("z", 0.1);
    run.put("a", List.of(Double.NaN, Double.POSITIVE_INFINITY, 1, -0.0));
    run.put("array", new double[] {0.5, Double.NaN});
    run.put("record", new Ends(Double.NEGATIVE_INFINITY, 2));
    run.put("quote \"", "line\nbreak");
    run.put("none", null);
    assertThat(Json.pretty(run))
        .isEqualTo(
            """
            {
              "z" : 0.1,
              "a" : [
                null,
                null,
                1,
                0.0
              ],
              "array" : [
                0.5,
                null
              ],
              "record" : {
                "low" : null,
                "high" : 2.0
              },
              "quote \\"" : "line\\nbreak",
              "none" : null
            }
            """);
  }

  record Ends(double low, double high) {}

  @Test
  void refusesWhatHasNoJsonForm() {
    assertThatThrownBy(() -> Json.pretty(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }
}
