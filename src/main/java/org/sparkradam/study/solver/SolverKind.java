package org.sparkradam.study.solver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparkradam.optim.NamedRule;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Require;
import org.sparkradam.optim.RuleSetting;
import org.sparkradam.train.LbfgsSettings;

/** A solver that a comparison knows by name, with the settings that may stand behind it. */
sealed interface SolverKind {
  /** All of them. */
  static List<SolverKind> all() {
    return Stream.concat(
            NamedRules.all().stream().<SolverKind>map(Stochastic::new), Stream.of(new Lbfgs()))
        .toList();
  }

  String title();

  List<String> settings();

  /**
   * The solver of these settings, which are named as they may be.
   *
   * @throws IllegalArgumentException if a value is wrong
   */
  Solver solver(String name, SolverParser.SolverSettings settings);

  /** One that steps by the gradients of minibatches. */
  record Stochastic(NamedRule rule) implements SolverKind {
    private static final List<String> OF_ALL =
        List.of(
            NamedRules.WEIGHT_DECAY.name(),
            "warmup",
            "schedule",
            NamedRules.GRADIENT_CLIP.name(),
            NamedRules.SCALE_RATE_FROM.name());

    @Override
    public String title() {
      return rule.name();
    }

    @Override
    public List<String> settings() {
      return Stream.concat(rule.settingNames().stream(), OF_ALL.stream()).toList();
    }

    @Override
    public Solver solver(String name, SolverParser.SolverSettings settings) {
      return new StochasticSolver(
          name,
          rule.rule(settings),
          settings.schedule(settings.of(NamedRules.BETA2)),
          settings.clip(),
          settings.weightDecay(rule.weightDecay()),
          settings.of(NamedRules.SCALE_RATE_FROM));
    }
  }

  /** Full batch, without a rate. */
  record Lbfgs() implements SolverKind {
    private static final LbfgsSettings DEFAULTS = LbfgsSettings.defaults();
    private static final RuleSetting<Long> MAX_ITER =
        RuleSetting.count("maxIter", DEFAULTS.maxIterations(), "iterations at most");
    private static final RuleSetting<Long> MEMORY =
        RuleSetting.count("memory", DEFAULTS.memory(), "gradients that it remembers");
    private static final RuleSetting<Double> TOLERANCE =
        RuleSetting.number(
            "tol", DEFAULTS.tolerance(), Require::number, "relative fall at which it ends");

    @Override
    public String title() {
      return LbfgsSettings.SOLVER;
    }

    @Override
    public List<String> settings() {
      return Stream.of(MAX_ITER, MEMORY, TOLERANCE).<String>map(RuleSetting::name).toList();
    }

    @Override
    public Solver solver(String name, SolverParser.SolverSettings settings) {
      return new LbfgsSolver(
          name,
          DEFAULTS
              .withMaxIterations(Math.toIntExact(settings.of(MAX_ITER)))
              .withMemory(Math.toIntExact(settings.of(MEMORY)))
              .withTolerance(settings.of(TOLERANCE)));
    }
  }

  /** L-BFGS over all rows, OWL-QN under L1; it has no rate and no minibatches. */
  record LbfgsSolver(String name, LbfgsSettings settings) implements Solver {
    @Override
    public Optional<LbfgsSettings> fullBatch() {
      return Optional.of(settings);
    }

    @Override
    public boolean fits(long steps) {
      return true;
    }

    @Override
    public void requireFits(long steps) {}

    @Override
    public Optimizer optimizer(double learningRate, Penalty objective, long steps, long batchSize) {
      throw new UnsupportedOperationException(name + " does not step by minibatches");
    }
  }
}
