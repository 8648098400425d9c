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
    "radam:warmup=untuned-linear, UNTUNED",
    "radam:gradientClip=1, UNTUNED",
    "adam:beta1=0.8:beta2=0.99, BASE_LINE",
    "adam:warmup=0, BASE_LINE",
    "adam:preconditioningSteps=500, OTHER",
    "adam:adamEpsilon=1e-4, OTHER",
    "adam:gradientClip=1, OTHER",
    "adam:weightDecay=0.01, OTHER",
    "adam:warmup=100:gradientClip=1, OTHER",
    "adamw:warmup=100, OTHER",
    "adamw:warmup=untuned-linear, OTHER",
    "adam-2k, OTHER",
    "adam-eps:warmup=100, OTHER",
    "sgd:warmup=100, OTHER"
  })
  void byTheName(String solver, RuleKind kind) {
    assertThat(RuleKind.of(solver)).isEqualTo(kind);
  }
}
