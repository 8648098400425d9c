package org.sparkradam.fit;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Metrics of predicted classes by their definitions, where the rows define them: Spark's have 0 for
 * a class that nothing was taken for, none for one without rows, and a confusion matrix that leaves
 * out what was taken for the latter.
 */
final class ClassMetrics {
  private final List<String> classNames;
  private final double meanLoss;
  private final Map<Pair, Double> counts;
  private final Map<Integer, Double> sizes = new TreeMap<>();
  private final Map<Integer, Double> taken = new TreeMap<>();

  /** Rows of one class and what they were taken for. */
  record Pair(int label, int predicted) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparingInt(Pair::label).thenComparingInt(Pair::predicted);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }

  ClassMetrics(ClassTally rows, List<String> classNames) {
    this.classNames = classNames;
    this.meanLoss = rows.meanLoss();
    this.counts = rows.pairs();
    counts.forEach(
        (pair, weight) -> {
          sizes.merge(pair.label(), weight, Double::sum);
          taken.merge(pair.predicted(), weight, Double::sum);
        });
  }

  /** The mean log loss of probabilities, or the mean hinge loss of margins. */
  Measured meanLoss() {
    return ofAnyRows(() -> meanLoss);
  }

  Measured accuracy() {
    return ofAnyRows(
        () -> sizes.keySet().stream().mapToDouble(label -> count(label, label)).sum() / all());
  }

  /** The largest class's share of the rows: the accuracy of always answering it. */
  Measured largestShare() {
    return ofAnyRows(() -> Collections.max(sizes.values()) / all());
  }

  Measured weightedRecall() {
    return weighted(this::recall);
  }

  Measured weightedF1() {
    return weighted(this::f1);
  }

  /** Only where every class with rows has a precision that could be weighted. */
  Measured weightedPrecision() {
    return weighted(this::precision);
  }

  private Measured weighted(IntFunction<Measured> metric) {
    double sum = 0;
    for (int label : classes()) {
      Measured one = metric.apply(label);
      if (!one.isDefined()) {
        return one;
      }
      sum += size(label) / all() * one.value();
    }
    double mean = sum;
    return ofAnyRows(() -> mean);
  }

  private Measured ofAnyRows(DoubleSupplier metric) {
    return sizes.isEmpty()
        ? Measured.notDefined(Measures.NOTHING)
        : Measured.of(metric.getAsDouble());
  }

  /** How many of the rows taken for a class are of it. */
  Measured precision(int label) {
    return taken.containsKey(label)
        ? Measured.of(count(label, label) / taken.get(label))
        : Measured.notDefined(none("none was taken for class", label));
  }

  /** How many of a class's rows are found. */
  Measured recall(int label) {
    return size(label) > 0
        ? Measured.of(count(label, label) / size(label))
        : Measured.notDefined(noneOf(label));
  }

  /** The harmonic mean of precision and recall; 0 where no row of the class is found. */
  Measured f1(int label) {
    double both = size(label) + taken.getOrDefault(label, 0.0);
    return size(label) > 0
        ? Measured.of(2 * count(label, label) / both)
        : Measured.notDefined(noneOf(label));
  }

  /** Why the rows are not of all classes, if they are not. */
  Optional<String> absence() {
    return IntStream.range(0, classNames.size())
        .filter(label -> size(label) == 0)
        .mapToObj(this::noneOf)
        .findFirst();
  }

  private String noneOf(int label) {
    return none("none is of class", label);
  }

  private String none(String what, int label) {
    return sizes.isEmpty() ? Measures.NOTHING : "%s '%s'".formatted(what, classNames.get(label));
  }

  /** The classes that have rows, in their order. */
  int[] classes() {
    return sizes.keySet().stream().mapToInt(label -> label).toArray();
  }

  /** The weights of all pairs that occur, in the order of labels and predictions. */
  Map<Pair, Double> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** The weight of the rows of one class that were taken for another, or for itself. */
  double count(int label, int predicted) {
    return counts.getOrDefault(new Pair(label, predicted), 0.0);
  }

  /** The weight of a class's rows, whatever they were taken for. */
  double size(int label) {
    return sizes.getOrDefault(label, 0.0);
  }

  private double all() {
    return sizes.values().stream().mapToDouble(size -> size).sum();
  }
}
