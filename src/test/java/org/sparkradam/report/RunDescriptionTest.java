package org.sparkradam.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunDescriptionTest {
  @Test
  void aBoundThatIsInfiniteIsNone() {
    Map<String, Object> facts = Map.of("maxSeconds", Double.POSITIVE_INFINITY, "steps", 9L);
    assertThat(RunDescription.of("table", facts, "", "").settings())
        .containsEntry("maxSeconds", "none")
        .containsEntry("steps", "9");
  }
}
