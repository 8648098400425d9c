package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * What the weight of a row is multiplied by, by its class.
 *
 * @param values one a class; none if all are 1
 */
record ClassWeights(double[] values) implements Serializable {
  static final ClassWeights NONE = new ClassWeights(new double[0]);
  private static final String BALANCED = "balanced";

  /** What {@link HasClassWeight} says, of which {@code balanced} is not known yet. */
  static ClassWeights of(MiniBatchStage stage) {
    return setting(stage).equals(BALANCED) ? NONE : parse(setting(stage));
  }

  /** Whether they depend on how frequent the classes are. */
  static boolean isBalanced(MiniBatchStage stage) {
    return setting(stage).equals(BALANCED);
  }

  /**
   * Those that make all classes that have rows weigh the same together.
   *
   * @param weights of the rows of each class
   */
  static ClassWeights balanced(double[] weights) {
    double total = Arrays.stream(weights).sum();
    long classes = Arrays.stream(weights).filter(weight -> weight > 0).count();
    return new ClassWeights(
        Arrays.stream(weights)
            .map(weight -> weight > 0 ? total / (classes * weight) : 1)
            .toArray());
  }

  /**
   * Reads a param's value.
   *
   * @throws IllegalArgumentException if it is neither a word that is known nor numbers above 0
   */
  static ClassWeights parse(String text) {
    if (text.equals("none") || text.equals(BALANCED)) {
      return NONE;
    }
    try {
      double[] values =
          Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      if (Arrays.stream(values).allMatch(value -> value > 0 && Double.isFinite(value))) {
        return new ClassWeights(values);
      }
    } catch (NumberFormatException e) {
      // said below, as for numbers that are not above 0
    }
    throw new IllegalArgumentException(
        "classWeight must be none, balanced or numbers above 0, one a class, such as 1,25, but was "
            + text);
  }

  /** What a row of that label is multiplied by; 1 for labels beyond those that have a weight. */
  double of(double label) {
    return label >= 0 && label < values.length ? values[(int) label] : 1;
  }

  /**
   * @throws IllegalArgumentException if there are weights, and not one a class
   */
  void requireFor(int classes) {
    if (values.length > 0 && values.length != classes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "classWeight must have %d numbers, one a class, but has %d",
              classes,
              values.length));
    }
  }

  /** The param's value, or that of stages that have none. */
  static String setting(MiniBatchStage stage) {
    return ParamValue.<String>ifDefined(stage, stage.stageParams().objective.classWeight)
        .orElse("none");
  }
}
