package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegressionModel;

/**
 * A weight of a linear model.
 *
 * @param feature by the table's name of it
 * @param output the class that it speaks for; empty where there is one margin only
 * @param value for a standardised feature, per standard deviation of it
 */
record Coefficient(String feature, String output, double value) {
  private static final String INTERCEPT = "(intercept)";

  /** All of a model, its intercepts last; none of a model that is not linear. */
  static List<Coefficient> of(Model<?> model, List<String> features, List<String> classNames) {
    List<Coefficient> all = new ArrayList<>();
    if (model instanceof LogisticRegressionModel logistic) {
      int outputs = logistic.coefficientMatrix().numRows();
      for (int k = 0; k < outputs; k++) {
        String name = outputs == 1 ? "" : classNames.get(k);
        int row = k;
        add(all, features, name, i -> logistic.coefficientMatrix().apply(row, i));
        all.add(new Coefficient(INTERCEPT, name, logistic.interceptVector().apply(k)));
      }
    } else if (model instanceof LinearRegressionModel linear) {
      add(all, features, linear.coefficients(), linear.intercept());
    } else if (model instanceof LinearSVCModel svm) {
      add(all, features, svm.coefficients(), svm.intercept());
    }
    return all;
  }

  boolean isIntercept() {
    return feature.equals(INTERCEPT);
  }

  private static void add(
      List<Coefficient> all, List<String> features, Vector values, double intercept) {
    add(all, features, "", values::apply);
    all.add(new Coefficient(INTERCEPT, "", intercept));
  }

  private static void add(
      List<Coefficient> all, List<String> features, String output, IntToDoubleFunction value) {
    for (int i = 0; i < features.size(); i++) {
      all.add(new Coefficient(features.get(i), output, value.applyAsDouble(i)));
    }
  }
}
