package org.sparkradam.optim;

/** The coordinates of one step, and where what belongs to them lies. */
sealed interface Coordinates permits Coordinates.All, Coordinates.Touched, SegmentPass.Segment {
  /** How many there are. */
  int count();

  /** Copies some neighbours' gradient, weights and state into a block. */
  void load(StepBlock block, int from, int length);

  /** Copies the block's weights and state back to where they came from. */
  void store(StepBlock block);

  /**
   * All coordinates.
   *
   * @param gradient only read
   * @param states what the rule remembers, in the order of its names
   */
  record All(double[] gradient, double[] weights, double[][] states) implements Coordinates {
    @Override
    public int count() {
      return weights.length;
    }

    @Override
    public void load(StepBlock block, int from, int length) {
      block.place(from, length);
      System.arraycopy(gradient, from, block.gradient, 0, length);
      System.arraycopy(weights, from, block.weights, 0, length);
      double[][] ofBlock = block.state(states.length);
      for (int k = 0; k < states.length; k++) {
        System.arraycopy(states[k], from, ofBlock[k], 0, length);
      }
    }

    @Override
    public void store(StepBlock block) {
      System.arraycopy(block.weights, 0, weights, block.from, block.length);
      double[][] ofBlock = block.state(states.length);
      for (int k = 0; k < states.length; k++) {
        System.arraycopy(ofBlock[k], 0, states[k], block.from, block.length);
      }
    }
  }

  /**
   * Some coordinates, the others staying what they are.
   *
   * @param touched which, each once
   * @param gradient of the touched coordinates alone; only read
   * @param weights of all coordinates
   * @param states of all coordinates, what the rule remembers, in the order of its names
   */
  record Touched(int[] touched, double[] gradient, double[] weights, double[][] states)
      implements Coordinates {
    /**
     * @throws IllegalArgumentException if there is not one gradient for each, or they do not
     *     ascend, or lie outside of the weights
     */
    void check() {
      if (touched.length != gradient.length) {
        throw Require.refusal(
            "number of gradients", gradient.length, "the touched weights', " + touched.length);
      }
      int last = -1;
      for (int i : touched) {
        if (i <= last || i >= weights.length) {
          throw Require.refusal(
              "a touched weight after that at " + last,
              i,
              "behind it and below the number of weights, " + weights.length);
        }
        last = i;
      }
    }

    @Override
    public int count() {
      return touched.length;
    }

    @Override
    public void load(StepBlock block, int from, int length) {
      block.place(from, length);
      System.arraycopy(gradient, from, block.gradient, 0, length);
      gather(weights, block, block.weights);
      double[][] ofBlock = block.state(states.length);
      for (int k = 0; k < states.length; k++) {
        gather(states[k], block, ofBlock[k]);
      }
    }

    @Override
    public void store(StepBlock block) {
      scatter(block.weights, block, weights);
      double[][] ofBlock = block.state(states.length);
      for (int k = 0; k < states.length; k++) {
        scatter(ofBlock[k], block, states[k]);
      }
    }

    private void gather(double[] all, StepBlock block, double[] some) {
      for (int j = 0; j < block.length; j++) {
        some[j] = all[touched[block.from + j]];
      }
    }

    private void scatter(double[] some, StepBlock block, double[] all) {
      for (int j = 0; j < block.length; j++) {
        all[touched[block.from + j]] = some[j];
      }
    }

    /** Refuses a rule or a penalty that moves weights which no row has touched. */
    static void requireSuit(UpdateRule rule, Penalty penalty) {
      if (!rule.mayLeaveOut()) {
        throw Require.refusal(
            "the rule of steps that move only touched weights",
            rule.getClass().getSimpleName(),
            "one that treats each weight by itself");
      }
      if (!penalty.isNone()) {
        throw Require.refusal(
            "the penalty of steps that move only touched weights",
            "l1=" + penalty.l1() + ", l2=" + penalty.l2() + ", decay=" + penalty.decay(),
            "l1=0, l2=0, decay=0, since it moves all");
      }
    }
  }
}
