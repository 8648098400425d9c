package org.sparkradam.train;

import java.util.Collection;
import java.util.SortedMap;
import org.sparkradam.loss.WeightLayout;

/**
 * A feature after the other: only partials that have it are looked at, and a half of the tree that
 * it is not in is left out.
 */
final class TreeByFeature extends RangedTree {
  /** Their lists stay in a thread's caches. */
  private static final int FEATURES = 1 << 14;

  /** A number that is found by its feature takes as long as so many that are added in a row. */
  private static final long COST = 10;

  TreeByFeature(SortedMap<Integer, PartialSums> partials, WeightLayout layout) {
    super(partials, layout);
  }

  /**
   * Whether it takes less than to add ranges of all weights, as where a feature has many weights
   * and is in few chunks.
   */
  static boolean pays(Collection<PartialSums> partials, WeightLayout layout) {
    long numbers = partials.stream().mapToLong(part -> part.sums().weightCount()).sum();
    return COST * numbers < (long) partials.size() * layout.weightCount();
  }

  @Override
  int rangeLength() {
    return FEATURES;
  }

  @Override
  void addRange(int first, int end) {
    Occurrences found = new Occurrences(first, end);
    for (int k = 0; k < sum.vectors(); k++) {
      double[][] gradients = gradients(k);
      int runsBefore = 0;
      for (int run : layout.runs()) {
        new RunSums(found, gradients, runsBefore, run).addTo(sum.gradients()[k]);
        runsBefore += run;
      }
    }
  }

  /** Sums of one run of a vector's weights, all of a feature at once. */
  private final class RunSums {
    final Occurrences found;
    final double[][] gradients;
    final int runsBefore;
    final int run;

    /** Where the run begins in each partial. */
    final int[] from;

    /** A feature's sums, and below them those of the second half of each level of the tree. */
    final double[][] levels = new double[Integer.SIZE + 1][];

    RunSums(Occurrences found, double[][] gradients, int runsBefore, int run) {
      this.found = found;
      this.gradients = gradients;
      this.runsBefore = runsBefore;
      this.run = run;
      from = partials.stream().mapToInt(part -> runsBefore * part.columns().length).toArray();
    }

    void addTo(double[] all) {
      double[] sums = level(0);
      int weightsBefore = runsBefore * layout.features();
      for (int feature = found.first; feature < found.end; feature++) {
        int begin = found.starts[feature - found.first];
        int end = found.starts[feature - found.first + 1];
        if (begin == end) {
          continue;
        }
        sum(begin, end, sums, 1);
        System.arraycopy(sums, 0, all, weightsBefore + feature * run, run);
      }
    }

    private double[] level(int depth) {
      if (levels[depth] == null) {
        levels[depth] = new double[run];
      }
      return levels[depth];
    }

    private void sum(int begin, int end, double[] to, int depth) {
      if (end - begin == 1) {
        System.arraycopy(gradients[found.parts[begin]], at(begin), to, 0, run);
        return;
      }
      int split = split(found.parts, begin, end);
      sum(begin, split, to, depth);
      if (end - split == 1) { // as most of the rare features, which are most
        add(gradients[found.parts[split]], at(split), to);
      } else {
        sum(split, end, level(depth), depth + 1);
        add(level(depth), 0, to);
      }
    }

    private int at(int occurrence) {
      return from[found.parts[occurrence]] + found.places[occurrence] * run;
    }

    private void add(double[] half, int halfFrom, double[] to) {
      for (int i = 0; i < run; i++) {
        to[i] += half[halfFrom + i];
      }
    }
  }

  /** Which partials have each feature of a range, in their order, and where. */
  private final class Occurrences {
    final int first;
    final int end;

    /** Where the list of each feature begins, and the last one ends. */
    final int[] starts;

    final int[] parts;
    final int[] places;

    Occurrences(int first, int end) {
      this.first = first;
      this.end = end;
      starts = new int[end - first + 2];
      int[] from = places(first);
      int[] to = places(end);
      for (int p = 0; p < chunks.length; p++) {
        int[] columns = partials.get(p).columns();
        for (int i = from[p]; i < to[p]; i++) {
          starts[columns[i] - first + 2]++;
        }
      }
      for (int i = 2; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      parts = new int[starts[starts.length - 1]];
      places = new int[parts.length];
      for (int p = 0; p < chunks.length; p++) {
        int[] columns = partials.get(p).columns();
        for (int i = from[p]; i < to[p]; i++) {
          int next = starts[columns[i] - first + 1]++;
          parts[next] = p;
          places[next] = i;
        }
      }
    }
  }
}
