package org.sparkradam.train;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.WeightLayout;

/**
 * Sums partials of sparse chunks, each of some features, along the {@link OrderedTree}, a feature
 * after the other: each number of a partial is read once and each weight of the sum written once,
 * where pairwise sums would write all features of both at every node. A half of the tree that a
 * feature is not in is left out; so the bits are those of pairwise sums, but for the sign of zeros.
 */
final class TreeByFeature {
  /** Of a range, which is a thread's at a time: their lists stay in its caches. */
  private static final int FEATURES = 1 << 14;

  /** A number that is found by its feature takes as long as so many that are added in a row. */
  private static final long COST = 10;

  private final int[] chunks;
  private final List<PartialSums> partials;
  private final WeightLayout layout;
  private final GradientSums sum;

  private TreeByFeature(SortedMap<Integer, PartialSums> partials, WeightLayout layout) {
    this.chunks = partials.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.partials = List.copyOf(partials.values());
    this.layout = layout;
    this.sum = new GradientSums(this.partials.get(0).sums().vectors(), layout.weightCount());
  }

  /**
   * Whether it takes less than pairwise sums of all weights, as where a feature has many weights
   * and is in few chunks.
   */
  static boolean pays(Collection<PartialSums> partials, WeightLayout layout) {
    if (partials.stream().anyMatch(part -> part.columns() == null)) {
      return false;
    }
    long numbers = partials.stream().mapToLong(part -> part.sums().weightCount()).sum();
    return COST * numbers < (long) partials.size() * layout.weightCount();
  }

  /**
   * The sum of at least one partial, of all weights.
   *
   * @param partials by chunk, each of columns of its own
   * @param layout of all weights
   */
  static GradientSums sum(SortedMap<Integer, PartialSums> partials, WeightLayout layout) {
    TreeByFeature tree = new TreeByFeature(partials, layout);
    int ranges = (layout.features() - 1) / FEATURES + 1;
    IntStream.range(0, ranges).parallel().forEach(range -> tree.addRange(range * FEATURES));
    tree.addOthers();
    return tree.sum;
  }

  private void addRange(int first) {
    Occurrences found = new Occurrences(first, Math.min(layout.features(), first + FEATURES));
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

  /** Where the second half of the tree over these partials begins, at least two. */
  private int split(int[] parts, int begin, int end) {
    int last = chunks[parts[end - 1]];
    int middle = last & -Integer.highestOneBit(chunks[parts[begin]] ^ last);
    int split = begin + 1;
    while (chunks[parts[split]] < middle) {
      split++;
    }
    return split;
  }

  /** What belongs to no feature. */
  private void addOthers() {
    int[] all = IntStream.range(0, chunks.length).toArray();
    int tail = layout.tail();
    for (int k = 0; k < sum.vectors(); k++) {
      double[][] gradients = gradients(k);
      double[] to = sum.gradients()[k];
      for (int i = 1; i <= tail; i++) {
        int fromEnd = i;
        to[to.length - i] = treeSum(all, p -> gradients[p][gradients[p].length - fromEnd]);
      }
      int vector = k;
      sum.losses()[k] = treeSum(all, p -> partials.get(p).sums().losses()[vector]);
    }
    sum.count(
        treeSum(all, p -> partials.get(p).sums().weight()),
        partials.stream().mapToLong(part -> part.sums().rows()).sum());
  }

  private double treeSum(int[] all, IntToDoubleFunction value) {
    return treeSum(Arrays.stream(all).mapToDouble(value).toArray(), all, 0, all.length);
  }

  private double treeSum(double[] values, int[] all, int begin, int end) {
    if (end - begin == 1) {
      return values[begin];
    }
    int split = split(all, begin, end);
    return treeSum(values, all, begin, split) + treeSum(values, all, split, end);
  }

  private double[][] gradients(int vector) {
    return partials.stream().map(part -> part.sums().gradients()[vector]).toArray(double[][]::new);
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
      int[] from = partials.stream().mapToInt(part -> place(part.columns(), first)).toArray();
      int[] to = partials.stream().mapToInt(part -> place(part.columns(), end)).toArray();
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

    private static int place(int[] columns, int feature) {
      int found = Arrays.binarySearch(columns, feature);
      return found >= 0 ? found : -found - 1;
    }
  }
}
