package org.sparkradam.optim;

import java.util.Arrays;
import java.util.List;

/**
 * Stochastic gradient descent, with heavy-ball momentum μ if above 0: u = μu + g, θ ← θ - αu
 * (Polyak 1964), or Nesterov's variant θ ← θ - α(g + μu) (Sutskever et al. 2013, as PyTorch and
 * others put it).
 *
 * @param momentum μ in [0, 1); 0 by default
 * @param nesterov whether to look ahead, which needs a momentum above 0; false by default
 */
public record Sgd(double momentum, boolean nesterov) implements UpdateRule {
  private static final String VELOCITY = "velocity";

  /**
   * @param momentum μ in [0, 1); 0 by default
   * @param nesterov whether to look ahead, which needs a momentum above 0; false by default
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Sgd {
    Require.decay("momentum", momentum);
    if (nesterov && momentum == 0) {
      throw Require.refusal("momentum", momentum, "in (0, 1) with nesterov");
    }
  }

  /** {@return plain gradient descent, without momentum} */
  public static Sgd defaults() {
    return new Sgd(0, false);
  }

  /**
   * {@return the same with another momentum}
   *
   * @param value μ in [0, 1), above 0 with Nesterov
   */
  public Sgd withMomentum(double value) {
    return new Sgd(value, nesterov);
  }

  /**
   * {@return the same with a look ahead, or without}
   *
   * @param value true only with a momentum above 0
   */
  public Sgd withNesterov(boolean value) {
    return new Sgd(momentum, value);
  }

  @Override
  public List<String> stateNames() {
    return List.of(VELOCITY);
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    state.requireOf(this).advance();
    return nesterov ? new HeavyBallStep(momentum, momentum, 1) : new HeavyBallStep(momentum, 1, 0);
  }

  /**
   * u ← μu + g, θ ← θ - αu, or with Nesterov's look-ahead θ ← θ - α(g + μu). Without momentum it is
   * plain SGD.
   *
   * <p>Both are θ ← θ - α(a·u + b·g), so neither needs a branch.
   *
   * @param momentum μ
   * @param onVelocity a, the share of the new velocity in the direction
   * @param onGradient b, the share of the gradient
   */
  private record HeavyBallStep(double momentum, double onVelocity, double onGradient)
      implements RuleStep {
    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] gradient = arrays.gradient();
      MeanGradient mean = arrays.mean();
      double[] weights = arrays.weights();
      double[] velocity = arrays.state()[0];
      for (int i = from; i < to; i++) {
        double g = mean.of(gradient[i]);
        double u = momentum * velocity[i] + g;
        velocity[i] = u;
        weights[i] -= rate * (onVelocity * u + onGradient * g);
      }
    }

    @Override
    public void scale(StepArrays arrays, int from, int to, double[] scale) {
      // A steady gradient g makes u = g/(1-μ); with any other threshold L1 has another optimum.
      Arrays.fill(scale, from, to, 1 / (1 - momentum));
    }
  }
}
