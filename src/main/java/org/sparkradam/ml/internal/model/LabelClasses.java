package org.sparkradam.ml.internal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.Attribute$;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.types.StructField;

/**
 * The classes that a label column stands for, as in Spark: as many as its metadata says, or up to
 * the largest label, but at least 2.
 *
 * @param weights of the rows of each class
 */
public record LabelClasses(double[] weights) {
  /**
   * @param seen weights up to the largest label
   * @throws IllegalArgumentException if there are labels that the metadata knows nothing of
   */
  public static LabelClasses of(StructField label, double[] seen) {
    int declared = declared(Attribute$.MODULE$.fromStructField(label));
    if (declared > 0 && seen.length > declared) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "label column '%s' must be below %d, the number of classes in its metadata, but was"
                  + " %d in one row",
              label.name(),
              declared,
              seen.length - 1));
    }
    return new LabelClasses(Arrays.copyOf(seen, Math.max(2, Math.max(declared, seen.length))));
  }

  /** How many there are. */
  public int count() {
    return weights.length;
  }

  /** Whether all rows are of one class. */
  public boolean constant() {
    return Arrays.stream(weights).filter(weight -> weight > 0).count() == 1;
  }

  /**
   * @throws IllegalArgumentException if there are more than two
   */
  public void requireBinary(String label) {
    if (count() > 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "label column '%s' must have 2 classes, 0 and 1, but has %d",
              label,
              count()));
    }
  }

  /** The intercept of a binary model that knows only how frequent the classes are. */
  public double logOdds() {
    return Math.log(weights[1] / weights[0]);
  }

  /** The same of each class; the mean is 0, and a class without rows has an intercept too. */
  public double[] logPriors() {
    double[] logs = Arrays.stream(weights).map(Math::log1p).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    return Arrays.stream(logs).map(log -> log - mean).toArray();
  }

  /** An infinite intercept for the only class that has rows. */
  public double[] certain() {
    return IntStream.range(0, count())
        .mapToDouble(k -> weights[k] > 0 ? Double.POSITIVE_INFINITY : 0)
        .toArray();
  }

  /** 0 where the metadata does not say. */
  private static int declared(Attribute attribute) {
    if (attribute instanceof BinaryAttribute) {
      return 2;
    }
    return attribute instanceof NominalAttribute nominal && nominal.getNumValues().isDefined()
        ? (int) nominal.getNumValues().get()
        : 0;
  }
}
