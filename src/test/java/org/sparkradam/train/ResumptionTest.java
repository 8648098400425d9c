package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumptionTest {
  private static final Resumption.Leg STEPS = new Resumption.Leg("step", 200, 1000, 800);

  private static String words(Resumption.Leg... legs) {
    return new Resumption("hdfs:/c", Optional.of("hdfs:/c/step-200"), List.of(legs)).toString();
  }

  @Test
  void saysWhatIsDoneAndWhatIsLeft() {
    assertThat(words(STEPS))
        .isEqualTo("resuming from hdfs:/c/step-200: step 200 of 1000 done, 800 left");
    assertThat(words(STEPS, new Resumption.Leg("lbfgs, iteration", 14, 100, 0)))
        .endsWith("step 200 of 1000 done, 800 left; lbfgs, iteration 14 of 100 done, 0 left");
  }

  @Test
  void withoutACheckpointTheRunBeginsAtItsStart() {
    assertThat(new Resumption("hdfs:/c", Optional.empty(), List.of(STEPS)))
        .hasToString("no checkpoint to resume from in hdfs:/c: beginning at the start");
  }

  @Test
  void digitsAreThoseOfEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(words(STEPS)).contains("step 200 of 1000 done");
    } finally {
      Locale.setDefault(before);
    }
  }
}
