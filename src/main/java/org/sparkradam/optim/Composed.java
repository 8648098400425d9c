package org.sparkradam.optim;

import java.util.List;
import java.util.stream.Stream;

/** What rules around another rule have in common: its state, its steps and more. */
final class Composed {
  private Composed() {}

  /** Something done to some coordinates besides a step. */
  interface Extra {
    void apply(StepArrays arrays, int from, int to);
  }

  /**
   * The inner rule's names first, so that it finds its arrays at the places it knows.
   *
   * @throws IllegalArgumentException if the inner rule has that name, too
   */
  static List<String> with(List<String> inner, String own) {
    if (inner.contains(own)) {
      throw new IllegalArgumentException(
          "a rule must not be composed with its like: both have an array " + own);
    }
    return Stream.concat(inner.stream(), Stream.of(own)).toList();
  }

  static void requireNoL1(String of, Penalty penalty) {
    if (penalty.l1() > 0) {
      throw Require.refusal("l1 of " + of, penalty.l1(), "0");
    }
  }

  /** The inner rule's step, which advances the state of both. */
  static RuleStep begin(UpdateRule outer, UpdateRule inner, RuleState state, double rate) {
    RuleState part = state.requireOf(outer).partOf(inner);
    RuleStep step = inner.begin(part, rate);
    state.take(part);
    return step;
  }

  /**
   * A step that does more before it, ahead of its decay.
   *
   * @param step that has not been measured
   */
  static RuleStep before(RuleStep step, Extra extra) {
    return step instanceof SegmentStep segments
        ? new Segmented(segments, extra, (arrays, from, to) -> {})
        : new Coordinatewise(step, extra, (arrays, from, to) -> {});
  }

  /** A step that does more after it. */
  static RuleStep after(RuleStep step, Extra extra) {
    return step instanceof SegmentStep segments
        ? new Segmented(segments, (arrays, from, to) -> {}, extra)
        : new Coordinatewise(step, (arrays, from, to) -> {}, extra);
  }

  private record Coordinatewise(RuleStep step, Extra before, Extra after) implements RuleStep {
    @Override
    public boolean moves() {
      return step.moves();
    }

    @Override
    public boolean decays() {
      return true;
    }

    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      before.apply(arrays, from, to);
      if (step.moves() && !step.decays()) {
        double[] weights = arrays.weights();
        double[] decay = arrays.decay();
        for (int i = from; i < to; i++) { // infinity times 0 is NaN
          weights[i] -= decay[i] > 0 ? rate * decay[i] * weights[i] : 0;
        }
      }
      step.apply(arrays, from, to, rate);
      after.apply(arrays, from, to);
    }
  }

  private record Segmented(SegmentStep step, Extra before, Extra after) implements SegmentStep {
    @Override
    public boolean moves() {
      return step.moves();
    }

    @Override
    public boolean decays() {
      return true;
    }

    @Override
    public int sums() {
      return step.sums();
    }

    @Override
    public void measure(StepArrays arrays, int from, int to, double[] sums) {
      before.apply(arrays, from, to);
      step.measure(arrays, from, to, sums);
    }

    @Override
    public RuleStep of(double[] sums) {
      return new Coordinatewise(step.of(sums), (arrays, from, to) -> {}, after);
    }
  }
}
