package org.sparkradam.report;

import java.awt.Color;

/** Which end of a colour scale is dark; take the one that readers look for. */
public enum Darkest {
  /** The lowest value, such as the best loss. */
  LOWEST {
    @Override
    Color color(double share) {
      return Viridis.at(share);
    }
  },
  /** The highest value, such as the best accuracy, or the fullest bin among empty, white ones. */
  HIGHEST {
    @Override
    Color color(double share) {
      return Viridis.at(1 - share);
    }
  };

  /** The colour of a value at a share of the way from the lowest to the highest. */
  abstract Color color(double share);
}
