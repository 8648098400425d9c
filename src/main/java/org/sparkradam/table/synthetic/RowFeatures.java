package org.sparkradam.table.synthetic;

/** The features and scores of one row at a time, in buffers that the next row overwrites. */
final class RowFeatures {
  private final TableColumns columns;
  private final Signal signal;
  private final double[] numbers;
  private final int[] levels;
  private final double[] scores;
  private double time;

  RowFeatures(TableColumns columns, Signal signal, int scores) {
    this.columns = columns;
    this.signal = signal;
    this.numbers = new double[columns.numeric().size()];
    this.levels = new int[columns.categorical().size()];
    this.scores = new double[scores];
  }

  void draw(RowRandom random, double rowTime) {
    time = rowTime;
    for (int j = 0; j < numbers.length; j++) {
      numbers[j] = columns.numeric().get(j).draw(random);
    }
    for (int j = 0; j < levels.length; j++) {
      levels[j] = columns.categorical().get(j).draw(random);
    }
    signal.fill(scores, time, numbers, levels);
  }

  /** Before the intercepts. */
  double[] scores() {
    return scores;
  }

  /** Writes time and features into {@code cells}; returns how many there are. */
  int fill(Object[] cells) {
    int at = 0;
    cells[at++] = time;
    for (int j = 0; j < numbers.length; j++) {
      cells[at++] = columns.numeric().get(j).cell(numbers[j]);
    }
    for (int j = 0; j < levels.length; j++) {
      cells[at++] = columns.categorical().get(j).levels().get(levels[j]);
    }
    return at;
  }
}
