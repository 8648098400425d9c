package org.sparkradam.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds out what kind of task the labels set, and their classes. */
record LabelStudy(TableSpec spec, String label, LabelValues values, LabelChecks checks) {
  private static final int MAX_CLASSES = 1000;
  private static final int MAX_WHOLE_NUMBER_CLASSES = 100;

  /** Counts of distinct values are estimates until they are taken exactly. */
  private static final double ESTIMATE_MARGIN = 1.3;

  /**
   * @param good the good rows of both tables
   * @throws BadInputException if the labels do not suit the task
   */
  LabelEncoding encoding(Dataset<Row> good, Profile profile) {
    Profile.Part training = profile.good(false);
    ColumnProfile labels = training.columns().get(ProfiledColumns.LABEL);
    if (labels.isConstant()) {
      throw new BadInputException(
          "label column "
              + label
              + " has one value only in the training rows; there is nothing to learn");
    }
    if (values == LabelValues.TEXTS && spec.task() == Task.REGRESSION) {
      throw new BadInputException(
          "--task regression: label column " + label + " holds text; use binary or multiclass");
    }
    if (spec.task() == Task.REGRESSION || hasManyNumbers(labels)) {
      return regression();
    }
    refuseMany(labels.distinct() / ESTIMATE_MARGIN);
    return encoding(LabelClass.count(good, label, values), labels.fractions() == 0);
  }

  private boolean hasManyNumbers(ColumnProfile labels) {
    return spec.task() == Task.AUTO
        && values == LabelValues.NUMBERS
        && labels.distinct() > MAX_WHOLE_NUMBER_CLASSES * ESTIMATE_MARGIN;
  }

  private LabelEncoding encoding(List<LabelClass> classes, boolean whole) {
    long seen = classes.stream().filter(c -> c.training() > 0).count();
    Task task = spec.task() == Task.AUTO ? task(seen, whole) : spec.task();
    if (task == Task.REGRESSION) {
      return regression();
    }
    refuseMany(classes.size());
    if (values == LabelValues.TEXTS) {
      checks.noLookalikes(classes);
    }
    if (spec.testData().isPresent()) {
      checks.noneUnseen(classes);
    }
    refuseNotBinary(task, classes);
    List<String> names = classes.stream().map(LabelClass::name).toList();
    return new LabelEncoding(task, label, names, values);
  }

  private Task task(long classes, boolean whole) {
    if (classes == 2) {
      return Task.BINARY;
    }
    boolean few = whole && classes <= MAX_WHOLE_NUMBER_CLASSES;
    return values == LabelValues.TEXTS || few ? Task.MULTICLASS : Task.REGRESSION;
  }

  private LabelEncoding regression() {
    return new LabelEncoding(Task.REGRESSION, label, List.of(), values);
  }

  private void refuseMany(double classes) {
    if (classes > MAX_CLASSES) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "label column %s has more than %d classes; if it holds amounts, use --task regression",
              label,
              MAX_CLASSES));
    }
  }

  private void refuseNotBinary(Task task, List<LabelClass> classes) {
    if (task == Task.BINARY && classes.size() != 2) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "--task binary: label column %s has %d classes; use --task multiclass, or --select to"
                  + " make it two",
              label,
              classes.size()));
    }
  }

  /** What was decided, for the console. */
  static String note(LabelEncoding encoding, Task asked) {
    String chosen = asked == Task.AUTO ? " (chosen by the labels; --task sets it)" : "";
    String task = "task: " + encoding.task().name().toLowerCase(Locale.ROOT) + chosen;
    if (encoding.task() == Task.REGRESSION) {
      return task + ", label " + encoding.column();
    }
    List<String> classes =
        IntStream.range(0, encoding.classNames().size())
            .mapToObj(i -> "'" + encoding.classNames().get(i) + "' → " + i)
            .toList();
    return task + ", label " + encoding.column() + ": " + new ColumnNames(classes).listed();
  }
}
