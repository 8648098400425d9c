package org.sparkradam.train;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.sparkradam.loss.WeightLayout;

/** All weights of a range of features at every node of the tree. */
final class TreeByRange extends RangedTree {
  /** The sums of a tree's height of ranges stay in a core's caches. */
  private static final int WEIGHTS = 1 << 13;

  private final int[] all = IntStream.range(0, chunks.length).toArray();

  TreeByRange(SortedMap<Integer, PartialSums> partials, WeightLayout layout) {
    super(partials, layout);
  }

  @Override
  int rangeLength() {
    return Math.max(1, WEIGHTS / Math.max(1, Arrays.stream(layout.runs()).sum()));
  }

  @Override
  void addRange(int first, int end) {
    int[] from = places(first);
    int[] to = places(end);
    for (int k = 0; k < sum.vectors(); k++) {
      double[][] gradients = gradients(k);
      int runsBefore = 0;
      for (int run : layout.runs()) {
        RunSums sums = new RunSums(first, end, from, to, gradients, runsBefore, run);
        int weight = runsBefore * layout.features() + first * run;
        sums.add(0, all.length, sum.gradients()[k], weight, 0);
        runsBefore += run;
      }
    }
  }

  /** Sums of one run of a vector's weights. */
  private final class RunSums {
    private final int first;
    private final int length;
    private final int[] from;
    private final int[] to;
    private final double[][] gradients;
    private final int runsBefore;
    private final int run;

    /** The sums of the second half of each level of the tree. */
    private final double[][] levels = new double[Integer.SIZE][];

    RunSums(
        int first, int end, int[] from, int[] to, double[][] gradients, int runsBefore, int run) {
      this.first = first;
      this.length = (end - first) * run;
      this.from = from;
      this.to = to;
      this.gradients = gradients;
      this.runsBefore = runsBefore;
      this.run = run;
    }

    /** Adds the sum of some of the partials to an array that is 0 from some place on. */
    void add(int begin, int end, double[] target, int at, int depth) {
      if (end - begin == 1) {
        addPart(begin, target, at);
        return;
      }
      int split = split(all, begin, end);
      add(begin, split, target, at, depth);
      if (end - split == 1) {
        addPart(split, target, at);
        return;
      }
      double[] half = zeros(depth);
      add(split, end, half, 0, depth + 1);
      for (int i = 0; i < length; i++) {
        target[at + i] += half[i];
      }
    }

    private double[] zeros(int depth) {
      if (levels[depth] == null) {
        levels[depth] = new double[length];
      } else {
        Arrays.fill(levels[depth], 0);
      }
      return levels[depth];
    }

    private void addPart(int part, double[] target, int at) {
      int[] columns = partials.get(part).columns();
      double[] gradient = gradients[part];
      int place = runsBefore * columns.length + from[part] * run;
      if (run == 1) { // a loop within the loop would take three times as long
        int toColumn = place - from[part];
        for (int i = from[part]; i < to[part]; i++) {
          target[at + columns[i] - first] += gradient[toColumn + i];
        }
        return;
      }
      for (int i = from[part]; i < to[part]; i++) {
        int weight = at + (columns[i] - first) * run;
        for (int j = 0; j < run; j++) {
          target[weight + j] += gradient[place++];
        }
      }
    }
  }
}
