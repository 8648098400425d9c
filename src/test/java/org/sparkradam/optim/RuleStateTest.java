package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleStateTest {
  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#all")
  void startsWithZeros(UpdateRule rule) {
    RuleState state = rule.start(3);
    assertThat(state.steps()).isZero();
    assertThat(state.size()).isEqualTo(3);
    assertThat(state.arrays().keySet()).containsExactlyElementsOf(rule.stateNames());
    assertThat(state.arrays().values()).allSatisfy(a -> assertThat(a).containsExactly(0, 0, 0));
  }

  @Test
  void copiesAreIndependent() {
    double[] given = {1, 2};
    RuleState state = RuleState.of(7, Map.of("velocity", given));
    RuleState copy = state.copy();
    given[0] = 9;
    copy.array("velocity")[1] = 9;
    copy.advance();
    assertThat(state.array("velocity")).containsExactly(1, 2);
    assertThat(state.steps()).isEqualTo(7);
    assertThat(copy.steps()).isEqualTo(8);
  }

  @Test
  void handsOutItsOwnArraysButNotItsMap() {
    RuleState state = Sgd.defaults().start(1);
    assertThat(state.arrays().get("velocity")).isSameAs(state.array("velocity"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> state.arrays().clear());
  }

  @Test
  void refusesWhatNoRuleCanHaveSaved() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleState.of(-1, Map.of("velocity", new double[1])))
        .withMessage("steps must be at least 0, but was -1");
    assertThatIllegalArgumentException().isThrownBy(() -> RuleState.of(0, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleState.of(0, Map.of("a", new double[1], "b", new double[2])))
        .withMessageContaining("length of array");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sgd.defaults().start(1).array("firstMoment"))
        .withMessageContaining("firstMoment")
        .withMessageContaining("velocity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sgd.defaults().start(-1))
        .withMessage("size must be at least 0, but was -1");
  }
}
