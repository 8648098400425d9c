package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          radam                             | the rate
          adam:beta2=0.99                   | the rate
          adam:warmup=untuned-linear        | the rate
          adam:warmup=100                   | the rate, the length
          adam-2k                           | the rate, the length
          adam-2k:warmup=100                | the rate, the length
          adam-eps:warmup=100               | the rate, ε, the length
          adamw:warmup=100                  | the rate, the weight decay, the length
          adamw:weightDecay=0.1             | the rate, the weight decay
          sgd:momentum=0.9:warmup=100       | the rate, the momentum, the length
          adam:gradientClip=1:schedule=step | the rate, the gradient's bound, the schedule
          """)
  void whatAUserHasToChoose(String name, String choices) {
    assertThat(RuleName.of(name).choices()).isEqualTo(choices);
  }

  @ParameterizedTest
  @CsvSource({
    "radam, true",
    "radam:warmup=none, true",
    "radam:warmup=0, true",
    "radam:rhoThreshold=5, true",
    "radam:warmup=untuned-linear, false",
    "radam:beta2=0.99:warmup=9, false",
    "adam, false"
  })
  void whatIsRAdamWithoutAWarmup(String name, boolean alone) {
    assertThat(RuleName.of(name).isRAdamAlone()).isEqualTo(alone);
  }
}
