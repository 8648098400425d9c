package org.sparkradam.study.variance;

import java.io.Serializable;
import java.util.SplittableRandom;
import org.sparkradam.table.column.BadInputException;

/** What simulated gradients scatter by: mean 0 and variance 1, whatever the shape. */
public sealed interface GradientNoise extends Serializable {
  /** As the paper and its theory have it. */
  GradientNoise NORMAL = new Normal();

  /** The next draw of a stream. */
  double draw(SplittableRandom random);

  /** What {@link #parse} understands, such as {@code student3}. */
  String name();

  /**
   * Reads {@code normal} or {@code student} with its degrees of freedom behind it.
   *
   * @throws BadInputException if it is neither, or has no variance
   */
  static GradientNoise parse(String name) {
    if (name.equals("normal")) {
      return NORMAL;
    }
    if (name.matches("student[0-9]+([.][0-9]+)?")) {
      return new Student(Double.parseDouble(name.substring("student".length())));
    }
    throw new BadInputException(
        "distribution %s: must be normal, or student with its degrees of freedom, such as student3"
            .formatted(name));
  }

  /** The normal distribution. */
  record Normal() implements GradientNoise {
    @Override
    public double draw(SplittableRandom random) {
      return random.nextGaussian();
    }

    @Override
    public String name() {
      return "normal";
    }
  }

  /**
   * Student's t, heavy in the tails, scaled to variance 1.
   *
   * @param degrees of freedom, above 2
   */
  record Student(double degrees) implements GradientNoise {
    /**
     * @throws BadInputException if there is no variance to be scaled
     */
    public Student {
      if (!(degrees > 2)) {
        throw new BadInputException(
            "distribution %s: must have more than 2 degrees of freedom, or it has no variance"
                .formatted(name(degrees)));
      }
    }

    /**
     * Bailey's polar method (<a
     * href="https://doi.org/10.1090/S0025-5718-1994-1219702-8">doi:10.1090/S0025-5718-1994-1219702-8</a>):
     * commons-math would invert the distribution function for every draw, a hundred times slower.
     */
    @Override
    public double draw(SplittableRandom random) {
      double u;
      double square;
      do {
        u = 2 * random.nextDouble() - 1;
        double v = 2 * random.nextDouble() - 1;
        square = u * u + v * v;
      } while (square >= 1 || square == 0);
      double spread = StrictMath.pow(square, -2 / degrees) - 1;
      return u * StrictMath.sqrt((degrees - 2) * spread / square);
    }

    @Override
    public String name() {
      return name(degrees);
    }

    private static String name(double degrees) {
      boolean whole = degrees == StrictMath.rint(degrees) && degrees < Integer.MAX_VALUE;
      return "student" + (whole ? String.valueOf((int) degrees) : String.valueOf(degrees));
    }
  }
}
