package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Specs;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.SmallTables;

/** Where training ends does not depend on the engine, but for the rows that chance deals. */
class EnginesAgreeTest {
  private static final long[] SEEDS = LongStream.rangeClosed(1, 10).toArray();
  private static final long STEPS = 100;

  /** The 97.5 % quantile of Student's t with 9 degrees of freedom. */
  private static final double T = 2.262;

  private static final double MARGIN = 0.005;

  @TempDir static Path folder;
  private static PreparedTable table;

  @BeforeAll
  static void prepare() throws IOException {
    table = new SmallTables(folder).prepared(Task.BINARY);
  }

  @Test
  void finalLossesDifferByLessThanHalfAPercent() {
    List<TrialOutcome> ours = outcomes(ComparisonSpec.EngineKind.MINIBATCH);
    List<TrialOutcome> mllibs = outcomes(ComparisonSpec.EngineKind.MLLIB);
    double[] differences =
        IntStream.range(0, ours.size())
            .mapToDouble(i -> relative(ours.get(i), mllibs.get(i)))
            .toArray();
    assertThat(differences).hasSize(SEEDS.length).doesNotContain(0.0);
    double mean = Arrays.stream(differences).average().orElseThrow();
    double halfWidth = T * deviation(differences, mean) / Math.sqrt(SEEDS.length);
    assertThat(mean - halfWidth).isGreaterThan(-MARGIN);
    assertThat(mean + halfWidth).isLessThan(MARGIN);
  }

  /** By how much ours ends above MLlib's, as a share of it; trials are paired by seed. */
  private static double relative(TrialOutcome ours, TrialOutcome mllibs) {
    assertThat(ours.trial().title()).isEqualTo(mllibs.trial().title());
    assertThat(ours.curve().get(0).training()).isEqualTo(mllibs.curve().get(0).training());
    assertThat(ours.training().loss()).isLessThan(0.5 * ours.curve().get(0).training().loss());
    return ours.training().loss() / mllibs.training().loss() - 1;
  }

  private static double deviation(double[] values, double mean) {
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  private static List<TrialOutcome> outcomes(ComparisonSpec.EngineKind engine) {
    ModelSpec model = new LinearModel(LinearKind.LOGISTIC, 6, 2);
    ComparisonSpec spec = Specs.of(model, "radam", new double[] {0.3}, SEEDS, 120, STEPS);
    return new Comparison(
            Specs.by(engine, spec),
            ComparisonSpec.Reference.OPTIMUM,
            (where, share) -> {},
            Optional.empty())
        .run(table)
        .outcomes();
  }
}
