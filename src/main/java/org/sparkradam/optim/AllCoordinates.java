package org.sparkradam.optim;

/**
 * All coordinates.
 *
 * @param gradient only read
 * @param states what the rule remembers, in the order of its names
 */
record AllCoordinates(double[] gradient, double[] weights, double[][] states)
    implements Coordinates {
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
