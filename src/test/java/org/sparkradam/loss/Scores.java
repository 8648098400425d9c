package org.sparkradam.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;

/** What a scoring loss hands out of a range: of each vector its rows' margins, and its loss. */
final class Scores implements ScoreConsumer {
  final List<List<double[]>> margins;
  final List<Double> labels = new ArrayList<>();
  final double[] losses;

  private Scores(int vectors) {
    margins = IntStream.range(0, vectors).mapToObj(k -> rowList()).toList();
    losses = new double[vectors];
  }

  private static List<double[]> rowList() {
    return new ArrayList<>();
  }

  static Scores of(
      Scoring loss, RowBlock block, RowRange rows, Kernel kernel, double[]... weights) {
    Scores scores = new Scores(weights.length);
    loss.score(block, rows, weights, scores, kernel);
    return scores;
  }

  @Override
  public void accept(int vector, LabelledRows rows, Matrix tile, double loss) {
    losses[vector] += loss;
    for (int row = 0; row < rows.rows(); row++) {
      double[] ofRow = new double[tile.rows()];
      int column = row;
      Arrays.setAll(ofRow, output -> tile.values()[tile.rowFrom(output) + column]);
      margins.get(vector).add(ofRow);
      if (vector == 0) {
        labels.add(rows.label(row));
      }
    }
  }
}
