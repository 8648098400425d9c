package org.sparkradam.study.fit;

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
        List.of("feature", "class", "coefficient"),
        coefficients.stream()
            .filter(one -> !one.isIntercept())
            .sorted(Comparator.comparingDouble((Coefficient one) -> -Math.abs(one.value())))
            .limit(SHOWN)
            .map(CoefficientTables::line)
            .toList());
  }

  private static List<Cell> line(Coefficient one) {
    return List.of(Cell.text(one.feature()), Cell.text(one.output()), Cell.number(one.value()));
  }
}
