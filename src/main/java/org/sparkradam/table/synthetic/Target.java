package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.Locale;
import org.sparkradam.table.column.BadInputException;

/** What the label of a synthetic table is, and how much of it cannot be predicted. */
public sealed interface Target extends Serializable {

  /** How many scores a row has: one for each class but the first, or the mean. */
  int scores();

  /**
   * Classes 0 … {@code classes} - 1, the last one rare, the others equally common.
   *
   * @param classes 2 (binary) to 100
   * @param rareFraction the share of the last class before label noise, in (0, 1)
   * @param labelNoise the probability that a label gives way to one of the others, all alike; at
   *     least 0, and below 1 - 1/classes, where labels would say nothing any more
   */
  record Classes(int classes, double rareFraction, double labelNoise) implements Target {
    /** Two classes, of which class 1 has a tenth of the rows. */
    public static final Classes BINARY = new Classes(2, 0.1, 0);

    /** Five classes, of which the last has a fiftieth of the rows. */
    public static final Classes MULTICLASS = new Classes(5, 0.02, 0);

    /**
     * @throws BadInputException if a number is out of range
     */
    public Classes {
      if (classes < 2 || classes > 100) {
        throw new BadInputException("--classes " + classes + ": must be from 2 to 100");
      }
      if (!(rareFraction > 0 && rareFraction < 1)) {
        throw new BadInputException(
            "--rare-fraction " + rareFraction + ": must lie between 0 and 1, both excluded");
      }
      double uninformative = 1 - 1.0 / classes;
      if (!(labelNoise >= 0 && labelNoise < uninformative)) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "--label-noise %s: must be at least 0 and, with %d classes, below %s",
                labelNoise,
                classes,
                uninformative));
      }
    }

    @Override
    public int scores() {
      return classes - 1;
    }

    /** The share of a class before label noise. */
    double share(int label) {
      return label == classes - 1 ? rareFraction : (1 - rareFraction) / (classes - 1);
    }
  }

  /**
   * A number: a linear mean plus normal noise.
   *
   * @param noise the standard deviation of the noise, above 0; the mean's is about 1.9
   */
  record Regression(double noise) implements Target {
    /** Noise of standard deviation 1: a perfect model explains about 78 % of the variance. */
    public static final Regression DEFAULT = new Regression(1);

    /**
     * @throws BadInputException if the noise is not a number above 0
     */
    public Regression {
      if (!(noise > 0 && noise < Double.POSITIVE_INFINITY)) {
        throw new BadInputException("regression noise " + noise + ": must be a number above 0");
      }
    }

    @Override
    public int scores() {
      return 1;
    }
  }
}
