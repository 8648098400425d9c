package org.sparkradam.fit;

import java.util.Comparator;
import java.util.List;
import org.sparkradam.report.Cell;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;

/** The coefficients of a linear model, for files and for people. */
record CoefficientTables(List<Coefficient> coefficients) {
  private static final int SHOWN = 20;

  CsvTable csv() {
    return new CsvTable(
        List.of("feature", "class", "coefficient"),
        coefficients.stream()
            .map(one -> List.<Object>of(one.feature(), one.output(), one.value()))
            .toList());
  }

  /** The largest ones. */
  HtmlTable table() {
    return new HtmlTable(
        "Largest coefficients",
        "Numbers are standardised, so that theirs are per standard deviation; a category's is"
            + " against all the others. All are in coefficients.csv.",
        byClass() ? List.of("feature", "class", "coefficient") : List.of("feature", "coefficient"),
        coefficients.stream()
            .filter(one -> !one.isIntercept())
            .sorted(Comparator.comparingDouble((Coefficient one) -> -Math.abs(one.value())))
            .limit(SHOWN)
            .map(this::line)
            .toList());
  }

  private boolean byClass() {
    return coefficients.stream().anyMatch(one -> !one.output().isEmpty());
  }

  private List<Cell> line(Coefficient one) {
    Cell feature = Cell.text(one.feature());
    Cell value = Cell.number(one.value());
    return byClass() ? List.of(feature, Cell.text(one.output()), value) : List.of(feature, value);
  }
}
