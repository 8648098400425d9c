package org.sparkradam.table.synthetic;

import java.io.Serializable;

/** The distribution of a numeric column. Mean and deviation are the law's own, not a sample's. */
sealed interface NumericLaw extends Serializable {
  String name();

  double mean();

  /** Standard deviation. */
  double deviation();

  double draw(RowRandom random);

  /**
   * How much of the signal a column may carry, against 1 for a normal one: less where a single far
   * value would otherwise settle the label by itself.
   */
  double share();

  /** The law of the given column: the four take turns, and so do five scales from 1e-3 to 1e6. */
  static NumericLaw of(int column, RowRandom random) {
    double[] scales = {1e-3, 1e6, 1, 1e4, 10};
    double scale = scales[column % scales.length] * (0.5 + random.uniform());
    double location = scale * (6 * random.uniform() - 3);
    return switch (column % 4) {
      case 0 -> new Normal(location, scale);
      case 1 -> new LogNormal(scale);
      case 2 -> new Student(location, scale);
      default -> new Count(Math.max(2, Math.min(scale, 1e4)));
    };
  }

  record Normal(double mean, double deviation) implements NumericLaw {
    @Override
    public String name() {
      return "normal";
    }

    @Override
    public double draw(RowRandom random) {
      return mean + deviation * random.gaussian();
    }

    @Override
    public double share() {
      return 1;
    }
  }

  /** The exponential of a standard normal, times {@code median}; its kurtosis is 114. */
  record LogNormal(double median) implements NumericLaw {
    @Override
    public String name() {
      return "lognormal";
    }

    @Override
    public double mean() {
      return median * StrictMath.exp(0.5);
    }

    @Override
    public double deviation() {
      return mean() * Math.sqrt(StrictMath.expm1(1));
    }

    @Override
    public double draw(RowRandom random) {
      return median * StrictMath.exp(random.gaussian());
    }

    @Override
    public double share() {
      return 0.4;
    }
  }

  /**
   * Student's t with 3 degrees of freedom: a variance, but no fourth moment.
   *
   * <p>Drawn by Bailey's polar method (Polar generation of random variates with the t-distribution,
   * Mathematics of Computation 62, 1994).
   */
  record Student(double mean, double scale) implements NumericLaw {
    @Override
    public String name() {
      return "student";
    }

    @Override
    public double deviation() {
      return scale * Math.sqrt(3);
    }

    @Override
    public double draw(RowRandom random) {
      double root = StrictMath.cbrt(random.uniform());
      double radius = Math.sqrt(3 * (1 / (root * root) - 1));
      return mean + scale * radius * StrictMath.cos(2 * Math.PI * random.uniform());
    }

    @Override
    public double share() {
      return 0.4;
    }
  }

  /** Whole numbers from 0, geometrically distributed: k or more has probability exp(-k/scale). */
  record Count(double scale) implements NumericLaw {
    @Override
    public String name() {
      return "count";
    }

    @Override
    public double mean() {
      return 1 / StrictMath.expm1(1 / scale);
    }

    @Override
    public double deviation() {
      return mean() * StrictMath.exp(0.5 / scale);
    }

    @Override
    public double draw(RowRandom random) {
      return Math.floor(-scale * StrictMath.log(random.uniform()));
    }

    @Override
    public double share() {
      return 0.7;
    }
  }
}
