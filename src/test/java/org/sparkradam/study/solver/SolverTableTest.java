package org.sparkradam.study.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.optim.NamedRule;
import org.sparkradam.optim.NamedRules;

/** README's table of solvers is that of {@link NamedRules}. */
class SolverTableTest {
  static Stream<NamedRule> rules() {
    return NamedRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void readmeHasTheRow(NamedRule rule) throws IOException {
    String settings =
        rule.settings().stream()
            .map(setting -> "`" + setting.name() + "` " + setting.otherwiseAsText())
            .collect(Collectors.joining(", "));
    String decay = rule.weightDecay() == 0 ? "" : ", `weightDecay` " + rule.weightDecay();
    assertThat(Files.readString(Path.of("README.md")))
        .contains("| `%s` | %s | %s |\n".formatted(rule.name(), rule.doc(), settings + decay));
  }
}
