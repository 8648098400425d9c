package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.table.column.BadInputException;

class HistogramResultTest {
  @Test
  void oneGradientIsEnough() {
    HistogramResult result =
        RecordedTrials.result(
            30, List.of(RecordedTrials.diverged("sgd", 0), RecordedTrials.diverged("adam", 1)));
    assertThat(result.requireGradients()).isSameAs(result);
  }

  @Test
  void withoutAnyThereIsNothingToShow() {
    HistogramResult result = RecordedTrials.result(1, List.of(RecordedTrials.diverged("sgd", 0)));
    assertThatThrownBy(result::requireGradients)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the loss at the start is not finite");
  }
}
