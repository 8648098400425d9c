package org.sparkradam.study;

import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Require;
import org.sparkradam.optim.Sgd;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.train.LbfgsSettings;

/** The solvers that a comparison knows by name, with the settings that each takes. */
enum SolverKind {
  RADAM(
      "radam",
      "beta1",
      "beta2",
      "adamEpsilon",
      "epsilonPlacement",
      "rhoThreshold",
      "varianceModel",
      "belowThreshold") {
    @Override
    UpdateRule rule(SolverSettings settings) {
      RAdam defaults = RAdam.defaults();
      return new RAdam(
          settings.number("beta1", defaults.beta1()),
          settings.number("beta2", defaults.beta2()),
          settings.positive("adamEpsilon", defaults.epsilon()),
          settings.choice("epsilonPlacement", defaults.epsilonPlacement()),
          settings.number("rhoThreshold", defaults.rhoThreshold()),
          settings.choice("varianceModel", defaults.varianceModel()),
          settings.choice("belowThreshold", defaults.belowThreshold()));
    }
  },
  ADAM("adam", "beta1", "beta2", "adamEpsilon", "epsilonPlacement", "preconditioningSteps") {
    @Override
    UpdateRule rule(SolverSettings settings) {
      return adam(settings, 0, Adam.defaults().epsilon());
    }
  },
  /** Adam with decoupled weight decay, 0.01 unless set. */
  ADAMW("adamw", "beta1", "beta2", "adamEpsilon", "epsilonPlacement") {
    @Override
    UpdateRule rule(SolverSettings settings) {
      return adam(settings, 0, Adam.defaults().epsilon());
    }

    @Override
    double weightDecay() {
      return 0.01;
    }
  },
  /** The first 2000 gradients update the second moment only. */
  ADAM_2K("adam-2k", "beta1", "beta2", "adamEpsilon", "epsilonPlacement", "preconditioningSteps") {
    @Override
    UpdateRule rule(SolverSettings settings) {
      return adam(settings, 2000, Adam.defaults().epsilon());
    }
  },
  /** ε = 1e-4. */
  ADAM_EPS("adam-eps", "beta1", "beta2", "adamEpsilon", "epsilonPlacement") {
    @Override
    UpdateRule rule(SolverSettings settings) {
      return adam(settings, 0, 1e-4);
    }
  },
  SGD("sgd", "momentum", "nesterov") {
    @Override
    UpdateRule rule(SolverSettings settings) {
      Sgd defaults = Sgd.defaults();
      return new Sgd(settings.number("momentum", defaults.momentum()), settings.flag("nesterov"));
    }
  },
  /** Full batch, without a rate. */
  LBFGS("lbfgs", "maxIter", "memory", "tol") {
    @Override
    List<String> settings() {
      return ownSettings();
    }

    @Override
    Solver solver(String name, SolverSettings settings) {
      LbfgsSettings defaults = LbfgsSettings.defaults();
      return new LbfgsSolver(
          name,
          defaults
              .withMaxIterations(
                  Math.toIntExact(settings.count("maxIter", defaults.maxIterations())))
              .withMemory(Math.toIntExact(settings.count("memory", defaults.memory())))
              .withTolerance(settings.number("tol", defaults.tolerance())));
    }

    @Override
    UpdateRule rule(SolverSettings settings) {
      throw new UnsupportedOperationException("L-BFGS has no rule for minibatches");
    }
  };

  private static final List<String> OF_ALL =
      List.of("weightDecay", "warmup", "schedule", "gradientClip");

  private final String title;
  private final List<String> ownSettings;

  SolverKind(String title, String... ownSettings) {
    this.title = title;
    this.ownSettings = List.of(ownSettings);
  }

  String title() {
    return title;
  }

  /** The settings that may stand behind the name. */
  List<String> settings() {
    return Stream.concat(ownSettings.stream(), OF_ALL.stream()).toList();
  }

  final List<String> ownSettings() {
    return ownSettings;
  }

  /** The solver of these settings, which are named as they may be. */
  Solver solver(String name, SolverSettings settings) {
    double beta2 = settings.number("beta2", 0.999);
    double decay = settings.number("weightDecay", weightDecay());
    return new StochasticSolver(
        name,
        rule(settings),
        settings.schedule(beta2),
        settings.clip(),
        Require.nonNegative("weightDecay", decay));
  }

  abstract UpdateRule rule(SolverSettings settings);

  /** Decoupled weight decay where none is set. */
  double weightDecay() {
    return 0;
  }

  private static Adam adam(SolverSettings settings, long preconditioning, double epsilon) {
    Adam defaults = Adam.defaults();
    return defaults
        .withBeta1(settings.number("beta1", defaults.beta1()))
        .withBeta2(settings.number("beta2", defaults.beta2()))
        .withEpsilon(settings.positive("adamEpsilon", epsilon))
        .withEpsilonPlacement(settings.choice("epsilonPlacement", defaults.epsilonPlacement()))
        .withPreconditioningSteps(settings.count("preconditioningSteps", preconditioning));
  }
}
