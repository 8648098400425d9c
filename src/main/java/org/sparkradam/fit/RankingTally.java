package org.sparkradam.fit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The weights of both classes by margin. As long as there are not more than {@value #MOST}
 * different ones each is told apart; then those are put together that differ in their last binary
 * digits only, in as few digits as it takes, which does not depend on the order of the rows. Not
 * thread-safe.
 */
final class RankingTally implements Serializable {
  /** 65,536 bins place a row to some hundred thousandths of all rows. */
  static final int MOST = 1 << 16;

  private static final long serialVersionUID = 1L;
  private static final int POSITIVE = 0;
  private static final int NEGATIVE = 1;
  private static final int SCORE = 2;

  private Map<Long, double[]> bins = new HashMap<>();
  private int digits;

  /**
   * @param margin by which rows are ranked
   * @param score whose mean is asked for
   */
  void add(boolean positive, double weight, double margin, double score) {
    double[] bin = bins.computeIfAbsent(key(margin) >> digits, key -> new double[SCORE + 1]);
    bin[positive ? POSITIVE : NEGATIVE] += weight;
    bin[SCORE] += weight * score;
    putTogetherIfMany();
  }

  /** Whole numbers in the order of margins. */
  private static long key(double margin) {
    long bits = Double.doubleToLongBits(margin + 0.0); // one zero
    return bits ^ (bits >> (Long.SIZE - 1)) & Long.MAX_VALUE;
  }

  private void putTogetherIfMany() {
    while (bins.size() > MOST) {
      putTogether(digits + 1);
    }
  }

  private void putTogether(int fewer) {
    Map<Long, double[]> finer = bins;
    int by = fewer - digits;
    bins = new HashMap<>();
    digits = fewer;
    finer.forEach((key, bin) -> merge(key >> by, bin));
  }

  private void merge(long key, double[] more) {
    double[] bin = bins.computeIfAbsent(key, none -> new double[SCORE + 1]);
    for (int i = 0; i <= SCORE; i++) {
      bin[i] += more[i];
    }
  }

  void plus(RankingTally other) {
    if (other.digits > digits) {
      putTogether(other.digits);
    }
    other.bins.forEach((key, bin) -> merge(key >> (digits - other.digits), bin));
    putTogetherIfMany();
  }

  Ranking ranking() {
    double[][] descending =
        bins.entrySet().stream()
            .sorted(Map.Entry.<Long, double[]>comparingByKey().reversed())
            .map(Map.Entry::getValue)
            .toArray(double[][]::new);
    return new Ranking(
        field(descending, POSITIVE), field(descending, NEGATIVE), field(descending, SCORE));
  }

  private static double[] field(double[][] bins, int field) {
    return Arrays.stream(bins).mapToDouble(bin -> bin[field]).toArray();
  }
}
