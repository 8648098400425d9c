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
        addRun(found, gradients, sum.gradients()[k], runsBefore, run);
        runsBefore += run;
      }
    }
  }

  private void addRun(
      Occurrences found, double[][] gradients, double[] to, int runsBefore, int run) {
    int[] at = partials.stream().mapToInt(part -> runsBefore * part.columns().length).toArray();
    double[] values = new double[chunks.length];
    for (int feature = found.first; feature < found.end; feature++) {
      int from = found.starts[feature - found.first];
      int count = found.starts[feature - found.first + 1] - from;
      int weight = runsBefore * layout.features() + feature * run;
      if (count == 1) { // as most of the rare ones, which are most
        int part = found.parts[from];
        System.arraycopy(gradients[part], at[part] + found.places[from] * run, to, weight, run);
      }
      for (int i = 0; count > 1 && i < run; i++) {
        for (int n = 0; n < count; n++) {
          int part = found.parts[from + n];
          values[n] = gradients[part][at[part] + found.places[from + n] * run + i];
        }
        to[weight + i] = treeSum(values, found.parts, from, 0, count);
      }
    }
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
    return treeSum(Arrays.stream(all).mapToDouble(value).toArray(), all, 0, 0, all.length);
  }

  /**
   * @param parts from {@code offset} on those that the values are of, ascending
   */
  private double treeSum(double[] values, int[] parts, int offset, int begin, int end) {
    if (end - begin == 1) {
      return values[begin];
    }
    int last = chunks[parts[offset + end - 1]];
    int middle = last & -Integer.highestOneBit(chunks[parts[offset + begin]] ^ last);
    int split = begin + 1;
    while (chunks[parts[offset + split]] < middle) {
      split++;
    }
    return treeSum(values, parts, offset, begin, split)
        + treeSum(values, parts, offset, split, end);
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
