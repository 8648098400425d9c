package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;

/**
 * A weight of a linear model.
 *
 * @param feature by the table's name of it
 * @param output the class that it speaks for; empty where there is one margin only
 * @param value for a standardised feature, per standard deviation of it
 */
record Coefficient(String feature, String output, double value) {
  private static final int SHOWN = 20;
  private static final String INTERCEPT = "(intercept)";

  /** Beyond, features without any weight, such as empty hash buckets, are not told. */
  private static final int MANY = 1 << 20;

  /**
   * All of a model, output by output, each one's intercept last; none of a model that is not
   * linear.
   */
  static List<Coefficient> of(FittedModel fitted) {
    List<double[]> rows = fitted.kind().coefficients(fitted.model());
    List<Coefficient> all = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      String output = rows.size() == 1 ? "" : fitted.table().classNames().get(k);
      add(all, fitted.table().featureNames(), output, rows.get(k));
    }
    return all;
  }

  boolean isIntercept() {
    return feature.equals(INTERCEPT);
  }

  private static void add(
      List<Coefficient> all, List<String> features, String output, double[] row) {
    boolean few = features.size() <= MANY;
    for (int i = 0; i < features.size(); i++) {
      if (few || row[i] != 0) {
        all.add(new Coefficient(features.get(i), output, row[i]));
      }
    }
    all.add(new Coefficient(INTERCEPT, output, row[features.size()]));
  }

  /** All of them, for a file. */
  static CsvTable file(List<Coefficient> all) {
    return columns(all).csv(all);
  }

  /** The largest ones, for a page. */
  static HtmlTable largest(List<Coefficient> all) {
    return columns(all)
        .html(
            "Largest coefficients",
            "Numbers are standardised, so that theirs are per standard deviation; a category's is"
                + " against all the others. All are in coefficients.csv.",
            all.stream()
                .filter(one -> !one.isIntercept())
                .sorted(Comparator.comparingDouble((Coefficient one) -> -Math.abs(one.value())))
                .limit(SHOWN)
                .toList());
  }

  private static Columns<Coefficient> columns(List<Coefficient> all) {
    Column<Coefficient> output = Column.of(Coefficient::output).csv("class");
    boolean byClass = all.stream().anyMatch(one -> !one.output().isEmpty());
    return Columns.of(
        Column.of(Coefficient::feature).csv("feature").page("feature"),
        byClass ? output.page("class") : output,
        Column.of(Coefficient::value).csv("coefficient").page("coefficient"));
  }
}
