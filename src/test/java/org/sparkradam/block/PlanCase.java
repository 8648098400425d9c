package org.sparkradam.block;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A plan drawn at random, with what a test asks of it. */
record PlanCase(long seed, List<Integer> chunkRows, long batchSize, int chunksPerStep) {
  static Stream<PlanCase> random(int count) {
    return IntStream.range(0, count).mapToObj(seed -> draw(new SplittableRandom(seed)));
  }

  private static PlanCase draw(SplittableRandom random) {
    int largest = random.nextInt(1, 200);
    int[] sizes = random.ints(random.nextInt(1, 40), 0, largest + 1).toArray();
    sizes[random.nextInt(sizes.length)] = largest;
    long rows = IntStream.of(sizes).sum();
    long batch = random.nextBoolean() ? random.nextLong(1, rows + 10) : random.nextLong(1, 20);
    int side = random.nextInt(1, sizes.length + 3);
    return new PlanCase(random.nextLong(), IntStream.of(sizes).boxed().toList(), batch, side);
  }

  static PlanCase of(long seed, long batchSize, int chunksPerStep, Integer... chunkRows) {
    return new PlanCase(seed, Arrays.asList(chunkRows), batchSize, chunksPerStep);
  }

  MinibatchPlan plan() {
    return new MinibatchPlan(seed, sizes(), batchSize, chunksPerStep);
  }

  int[] sizes() {
    return chunkRows.stream().mapToInt(Integer::intValue).toArray();
  }

  int rows() {
    return IntStream.of(sizes()).sum();
  }

  List<Minibatch> epoch(long epoch) {
    MinibatchPlan plan = plan();
    long first = epoch * plan.stepsPerEpoch();
    return LongStream.range(first, first + plan.stepsPerEpoch()).mapToObj(plan::at).toList();
  }

  /** Rows as numbers, in reading order. */
  int[] read(Minibatch minibatch) {
    return minibatch.slices().stream()
        .flatMapToInt(
            slice ->
                slice.ranges().stream()
                    .flatMapToInt(range -> IntStream.range(range.from(), range.to()))
                    .map(row -> numberOf(slice.chunk(), row)))
        .toArray();
  }

  /** All rows read in an epoch; fails if one is read twice. */
  BitSet visited(long epoch) {
    BitSet visited = new BitSet();
    for (Minibatch minibatch : epoch(epoch)) {
      for (int row : read(minibatch)) {
        if (visited.get(row)) {
          throw new AssertionError("row " + row + " is read twice in " + this);
        }
        visited.set(row);
      }
    }
    return visited;
  }

  private int numberOf(int chunk, int row) {
    if (row >= chunkRows.get(chunk)) {
      throw new AssertionError("chunk " + chunk + " has no row " + row);
    }
    return chunkRows.subList(0, chunk).stream().mapToInt(Integer::intValue).sum() + row;
  }
}
