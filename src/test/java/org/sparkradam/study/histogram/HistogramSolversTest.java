package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.table.column.BadInputException;

class HistogramSolversTest {
  @ParameterizedTest
  @CsvSource({"20,4,2", "200,40,20", "600,120,60", "50000,1000,2000"})
  void warmUpAndPreconditioningFitTheRun(long steps, long warmup, long preconditioning) {
    assertThat(HistogramSolvers.of(steps))
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "adam,adam:warmup=%d,adam-2k:preconditioningSteps=%d,adam-eps,radam",
                warmup,
                preconditioning));
    HistogramSolvers.parse(HistogramSolvers.of(steps)).forEach(solver -> solver.requireFits(steps));
  }

  @ParameterizedTest
  @CsvSource({
    "adam,true",
    "adamw,true",
    "adam:schedule=cosine,true",
    "adam:gradientClip=1,false",
    "adam:warmup=100,false",
    "adam:warmup=untuned-linear,false",
    "adam-2k,false",
    "adam-eps,false",
    "radam,false",
    "sgd,false"
  })
  void plainAdamHasNoRemedy(String solver, boolean plain) {
    assertThat(HistogramSolvers.isPlainAdam(SolverParser.parse(solver), 5000)).isEqualTo(plain);
  }

  @Test
  void fullBatchIsRefused() {
    assertThatThrownBy(() -> HistogramSolvers.parse("adam,lbfgs"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("solver lbfgs has no gradients of minibatches");
  }
}
