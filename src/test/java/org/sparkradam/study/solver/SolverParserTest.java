package org.sparkradam.study.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.BelowThreshold;
import org.sparkradam.optim.EpsilonPlacement;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Sgd;
import org.sparkradam.optim.VarianceModel;
import org.sparkradam.study.solver.SolverKind.LbfgsSolver;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.LbfgsSettings;

class SolverParserTest {
  @Test
  void everySolverHasItsDefaults() {
    assertThat(SolverParser.parseList("radam,adam,adamw,adam-2k,adam-eps,sgd"))
        .extracting(solver -> ((StochasticSolver) solver).rule())
        .containsExactly(
            RAdam.defaults(),
            Adam.defaults(),
            Adam.defaults(),
            Adam.defaults().withPreconditioningSteps(2000),
            Adam.defaults().withEpsilon(1e-4),
            Sgd.defaults());
  }

  @Test
  void onlyAdamWDecaysUnlessToldTo() {
    assertThat(SolverParser.parseList("radam,adam,adamw,adam-2k,adam-eps,sgd"))
        .extracting(solver -> ((StochasticSolver) solver).weightDecay())
        .containsExactly(0.0, 0.0, 0.01, 0.0, 0.0, 0.0);
    assertThat(parse("adamw:weightDecay=0").weightDecay()).isZero();
    assertThat(parse("sgd:weightDecay=0.1").weightDecay()).isEqualTo(0.1);
  }

  @Test
  void radamTakesEverySetting() {
    StochasticSolver solver =
        parse(
            "radam:beta1=0.8:beta2=0.99:adamEpsilon=1e-6:epsilonPlacement=raw:rhoThreshold=4.5"
                + ":varianceModel=first-order:belowThreshold=SKIP");
    assertThat(solver.rule())
        .isEqualTo(
            new RAdam(
                0.8,
                0.99,
                1e-6,
                EpsilonPlacement.RAW,
                4.5,
                VarianceModel.FIRST_ORDER,
                BelowThreshold.SKIP));
    assertThat(parse("radam:varianceModel=FIRST_ORDER").rule())
        .isEqualTo(parse("radam:varianceModel=first-order").rule());
  }

  @ParameterizedTest
  @CsvSource({"adam, 0", "adamw, 0", "adam-2k, 2000", "adam-eps, 0"})
  void adamsTakeEverySetting(String name, long preconditioning) {
    StochasticSolver solver =
        parse(name + ":beta1=0.8:beta2=0.99:adamEpsilon=1e-6:epsilonPlacement=raw");
    assertThat(solver.rule())
        .isEqualTo(new Adam(0.8, 0.99, 1e-6, EpsilonPlacement.RAW, preconditioning));
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "adam-2k"})
  void preconditioningStepsCanBeSet(String name) {
    assertThat(parse(name + ":preconditioningSteps=50").rule())
        .isEqualTo(Adam.defaults().withPreconditioningSteps(50));
  }

  @Test
  void sgdTakesEverySetting() {
    assertThat(parse("sgd:momentum=0.9").rule()).isEqualTo(new Sgd(0.9, false));
    assertThat(parse("sgd:momentum=0.9:nesterov=true").rule()).isEqualTo(new Sgd(0.9, true));
    assertThat(parse("sgd:nesterov=false").rule()).isEqualTo(Sgd.defaults());
  }

  @Test
  void theGradientIsClippedByNorm() {
    assertThat(parse("sgd").clip()).isEqualTo(GradientClip.none());
    assertThat(parse("sgd:gradientClip=2").clip()).isEqualTo(GradientClip.byNorm(2));
  }

  @Test
  void solversKeepTheNameThatTheUserWrote() {
    assertThat(SolverParser.parseList("radam:rhoThreshold=5, radam:rhoThreshold=4 ,radam"))
        .extracting(Solver::name)
        .containsExactly("radam:rhoThreshold=5", "radam:rhoThreshold=4", "radam");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adagrad | there are radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, adam-2k, adam-eps",
        "RAdam | there are radam, adam",
        "'' | there are radam, adam",
        "adam, | there are radam, adam",
        "adam,sgd,adam | names adam twice",
        "adam: | each as name=value",
        "adam:beta1 | each as name=value",
        "adam:stepSize=1 | takes beta1, beta2, adamEpsilon, epsilonPlacement, preconditioningSteps",
        "adam:stepSize=1 | weightDecay, warmup, schedule, gradientClip",
        "sgd:beta1=0.9 | sgd, which takes momentum, nesterov, weightDecay",
        "adamw:preconditioningSteps=3 | no setting of adamw",
        "adam:beta1=0.9:beta1=0.8 | beta1 twice",
      })
  void namesThatAreNotTheirsAreRefused(String text, String right) {
    assertRefused(text, right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adam:beta1=1 | beta1 must be in [0, 1)",
        "adam:beta2=-0.1 | beta2 must be in [0, 1)",
        "adam:beta1=NaN | beta1 must be in [0, 1)",
        "adam:beta1=high | beta1 must be a number, but is 'high'",
        "adam:beta1= | beta1 must be a number, but is ''",
        "adam:adamEpsilon=0 | adamEpsilon must be above 0",
        "radam:adamEpsilon=-1 | adamEpsilon must be above 0",
        "adam:epsilonPlacement=inside | one of raw, corrected",
        "adam:preconditioningSteps=-1 | preconditioningSteps must be a whole number of at least 0",
        "adam:preconditioningSteps=1.5 | preconditioningSteps must be a whole number of at least 0",
        "radam:rhoThreshold=3 | rhoThreshold must be at least 4",
        "radam:varianceModel=guess | one of first-order, exact",
        "radam:belowThreshold=stop | one of momentum, skip",
        "sgd:momentum=1 | momentum must be in [0, 1)",
        "sgd:nesterov=yes | nesterov must be true or false",
        "sgd:nesterov=true | momentum must be in (0, 1) with nesterov",
        "sgd:weightDecay=-1 | weightDecay must be at least 0",
        "sgd:weightDecay=Infinity | weightDecay must be at least 0 and finite",
        "sgd:gradientClip=0 | gradientClip must be above 0",
        "sgd:schedule=flat | constant, inverse-square-root, cosine, linear-decay, step",
        "sgd:warmup=-3 | none, a number of steps, untuned-linear or untuned-exponential",
        "sgd:warmup=untuned | none, a number of steps, untuned-linear or untuned-exponential",
        "sgd:warmup=1.5 | none, a number of steps, untuned-linear or untuned-exponential",
        "sgd:warmup=9999999999999999999 | none, a number of steps",
      })
  void valuesOutOfRangeAreRefused(String text, String right) {
    assertRefused(text, right);
  }

  private static void assertRefused(String text, String right) {
    assertThatThrownBy(() -> SolverParser.parseList(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(right)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  @Test
  void lbfgsTakesSparksSettings() {
    LbfgsSolver solver = (LbfgsSolver) SolverParser.parse("lbfgs:maxIter=7:tol=0.01:memory=3");
    assertThat(solver.settings())
        .isEqualTo(LbfgsSettings.defaults().withMaxIterations(7).withMemory(3).withTolerance(0.01));
    assertThat(((LbfgsSolver) SolverParser.parse("lbfgs")).settings())
        .isEqualTo(LbfgsSettings.defaults());
    assertThatThrownBy(() -> SolverParser.parse("lbfgs:warmup=3"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("maxIter, memory, tol");
    assertThatThrownBy(() -> SolverParser.parse("lbfgs:memory=0"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("memory must be at least 1");
    assertThatThrownBy(() -> SolverParser.parse("lbfgs:maxIter=99999999999"))
        .isInstanceOf(BadInputException.class);
  }

  private static StochasticSolver parse(String text) {
    return (StochasticSolver) SolverParser.parse(text);
  }
}
