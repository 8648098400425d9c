package org.sparkradam.optim;

/**
 * The usual learning-rate schedules: values that print their settings and equal each other by them.
 *
 * <p>Every factory refuses a bad setting with an {@link IllegalArgumentException} that names it,
 * its value and the allowed range. Decays have their full factor at step 1 and their floor once
 * {@code steps} steps are done.
 */
public final class Schedules {
  private Schedules() {}

  /**
   * What a rate is multiplied by where minibatches are larger than those it was found with:
   * √(b/b0), as the noise of a mean falls (You et al., arXiv 1904.00962, section 4).
   *
   * @param batchSize b, rows of a minibatch, at least 1
   * @param from b0, at least 1
   * @return the factor, above 0
   */
  public static double squareRootScaling(long batchSize, long from) {
    Require.atLeast("batchSize", batchSize, 1);
    Require.atLeast("scaleRateFrom", from, 1);
    return Math.sqrt((double) batchSize / from);
  }

  /**
   * The base rate throughout.
   *
   * @return factors of 1
   */
  public static LearningRateSchedule constant() {
    return new Constant();
  }

  /**
   * min(1, t/steps), the warm-up of the RAdam paper (arXiv 1908.03265); {@code steps} from 1.
   *
   * @param steps at least 1
   * @return factors in [0, 1]
   */
  public static LearningRateSchedule linearWarmup(long steps) {
    return new LinearWarmup(steps);
  }

  /**
   * min(1, t(1-β2)/2), Ma &amp; Yarats 2019 (arXiv 1910.04209); β2 in [0, 1).
   *
   * @param beta2 decay of the second moment, in [0, 1)
   * @return factors in [0, 1]
   */
  public static LearningRateSchedule untunedLinearWarmup(double beta2) {
    return new UntunedLinearWarmup(beta2);
  }

  /**
   * 1 - e^{-(1-β2)t}, Ma &amp; Yarats 2019 (arXiv 1910.04209); β2 in [0, 1).
   *
   * @param beta2 decay of the second moment, in [0, 1)
   * @return factors in [0, 1]
   */
  public static LearningRateSchedule untunedExponentialWarmup(double beta2) {
    return new UntunedExponentialWarmup(beta2);
  }

  /**
   * min(1, √(steps/t)): flat for {@code steps} steps, from 1, then falling. With 1 it is MLlib's
   * α/√t; times a linear warm-up of the same length it is the Transformer's schedule.
   *
   * @param steps at least 1
   * @return factors in (0, 1]
   */
  public static LearningRateSchedule inverseSquareRoot(long steps) {
    return new InverseSquareRoot(steps);
  }

  /**
   * Multiplied by {@code decay}, in [0, 1], after every {@code every} steps, from 1.
   *
   * @param every at least 1
   * @param decay in [0, 1]
   * @return factors in [0, 1]
   */
  public static LearningRateSchedule step(long every, double decay) {
    return new Step(every, decay);
  }

  /**
   * Half a cosine from 1 to {@code floor}, in [0, 1], over {@code steps} steps, from 1.
   *
   * @param steps at least 1
   * @param floor in [0, 1]
   * @return factors in [0, 1]
   */
  public static LearningRateSchedule cosine(long steps, double floor) {
    return new Cosine(steps, floor);
  }

  /**
   * A line from 1 to {@code floor}, in [0, 1], over {@code steps} steps, from 1.
   *
   * @param steps at least 1
   * @param floor in [0, 1]
   * @return factors in [0, 1]
   */
  public static LearningRateSchedule linearDecay(long steps, double floor) {
    return new LinearDecay(steps, floor);
  }

  record Constant() implements LearningRateSchedule {
    @Override
    public double factor(long t) {
      return 1;
    }
  }

  record LinearWarmup(long steps) implements LearningRateSchedule {
    LinearWarmup {
      Require.atLeast("steps", steps, 1);
    }

    @Override
    public double factor(long t) {
      return Math.min(1, (double) t / steps);
    }
  }

  record UntunedLinearWarmup(double beta2) implements LearningRateSchedule {
    UntunedLinearWarmup {
      Require.decay("beta2", beta2);
    }

    @Override
    public double factor(long t) {
      return Math.min(1, t * (1 - beta2) / 2);
    }
  }

  record UntunedExponentialWarmup(double beta2) implements LearningRateSchedule {
    UntunedExponentialWarmup {
      Require.decay("beta2", beta2);
    }

    @Override
    public double factor(long t) {
      return -StrictMath.expm1(-(1 - beta2) * t);
    }
  }

  record InverseSquareRoot(long steps) implements LearningRateSchedule {
    InverseSquareRoot {
      Require.atLeast("steps", steps, 1);
    }

    @Override
    public double factor(long t) {
      return Math.min(1, Math.sqrt((double) steps / t));
    }
  }

  record Step(long every, double decay) implements LearningRateSchedule {
    Step {
      Require.atLeast("every", every, 1);
      Require.fraction("decay", decay);
    }

    @Override
    public double factor(long t) {
      long drops = (t - 1) / every;
      return StrictMath.pow(decay, (double) drops);
    }
  }

  record Cosine(long steps, double floor) implements LearningRateSchedule {
    Cosine {
      Require.atLeast("steps", steps, 1);
      Require.fraction("floor", floor);
    }

    @Override
    public double factor(long t) {
      double height = (1 + StrictMath.cos(Math.PI * progress(t, steps))) / 2;
      return floor + (1 - floor) * height;
    }
  }

  record LinearDecay(long steps, double floor) implements LearningRateSchedule {
    LinearDecay {
      Require.atLeast("steps", steps, 1);
      Require.fraction("floor", floor);
    }

    @Override
    public double factor(long t) {
      return 1 - (1 - floor) * progress(t, steps);
    }
  }

  /** The share of the schedule that is done before step t. */
  private static double progress(long t, long steps) {
    return Math.min(1, (double) (t - 1) / steps);
  }

  /** Two schedules multiplied, such as a decay after a warm-up. */
  record Product(LearningRateSchedule first, LearningRateSchedule second)
      implements LearningRateSchedule {
    Product {
      Require.notNull("first", first);
      Require.notNull("second", second);
    }

    @Override
    public double factor(long t) {
      return first.factor(t) * second.factor(t);
    }
  }

  /** One schedule for some steps, then another, which starts at its own step 1. */
  record Sequence(LearningRateSchedule first, long steps, LearningRateSchedule next)
      implements LearningRateSchedule {
    Sequence {
      Require.notNull("first", first);
      Require.atLeast("steps", steps, 0);
      Require.notNull("next", next);
    }

    @Override
    public double factor(long t) {
      return t <= steps ? first.factor(t) : next.factor(t - steps);
    }
  }
}
