package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;

/** Which classes are taken for which: as a square, or the worst pairs where there are many. */
record ConfusionTable(ClassMetrics metrics, List<String> classNames) {
  private static final int LARGEST_SQUARE = 20;
  private static final int WORST = 30;

  HtmlTable table() {
    return classNames.size() <= LARGEST_SQUARE ? square() : worst();
  }

  private HtmlTable square() {
    List<String> header = new ArrayList<>(List.of("label"));
    classNames.forEach(name -> header.add("predicted " + name));
    return new HtmlTable(
        "Confusion matrix",
        "Test rows by label and by what they were taken for.",
        header,
        IntStream.range(0, classNames.size()).mapToObj(this::line).toList());
  }

  private List<Cell> line(int label) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(classNames.get(label))));
    for (int predicted = 0; predicted < classNames.size(); predicted++) {
      Cell cell = Cell.number(metrics.count(label, predicted));
      cells.add(label == predicted ? cell.marked(Cell.Mark.BEST) : cell);
    }
    return cells;
  }

  private HtmlTable worst() {
    return new HtmlTable(
        "Classes that are confused most",
        "Test rows of one class that were taken for another.",
        List.of("label", "predicted", "rows"),
        confused());
  }

  private List<List<Cell>> confused() {
    return metrics.counts().entrySet().stream()
        .filter(entry -> entry.getKey().label() != entry.getKey().predicted())
        .sorted(Map.Entry.<ClassMetrics.Pair, Double>comparingByValue().reversed())
        .limit(WORST)
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Cell> line(ClassMetrics.Pair pair, double count) {
    return List.of(
        Cell.text(classNames.get(pair.label())),
        Cell.text(classNames.get(pair.predicted())),
        Cell.number(count));
  }
}
