package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * A weight of a linear model.
 *
 * @param feature by the table's name of it
 * @param output the class that it speaks for; empty where there is one margin only
 * @param value for a standardised feature, per standard deviation of it
 */
record Coefficient(String feature, String output, double value) {
  private static final String INTERCEPT = "(intercept)";

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
    for (int i = 0; i < features.size(); i++) {
      all.add(new Coefficient(features.get(i), output, row[i]));
    }
    all.add(new Coefficient(INTERCEPT, output, row[features.size()]));
  }
}
