package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleKindTest {
  @ParameterizedTest
  @CsvSource({
    "radam, UNTUNED",
    "radam:rhoThreshold=5, UNTUNED",
    "radam:warmup=100, TUNED",
    "adam, BASE_LINE",
    "adam:warmup=none, BASE_LINE",
    "adam:beta2=0.99, BASE_LINE",
    "adam:warmup=100, TUNED",
    "adam:beta2=0.99:warmup=untuned-linear, UNTUNED",
    "adam:warmup=untuned-exponential, UNTUNED",
    "adamw, OTHER",
    "adamw:warmup=untuned-linear, UNTUNED",
    "adam-2k, OTHER",
    "adam-eps:warmup=100, OTHER",
    "sgd:warmup=100, OTHER"
  })
  void byTheName(String solver, RuleKind kind) {
    assertThat(RuleKind.of(solver)).isEqualTo(kind);
  }
}
