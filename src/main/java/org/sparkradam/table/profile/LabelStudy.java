package org.sparkradam.table.profile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnNames;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.Task;

/** Finds out what kind of task the labels set, and their classes. */
public record LabelStudy(TableSpec spec, String label, LabelValues values, LabelChecks checks) {
  static final int MAX_CLASSES = 1000;
  private static final int MAX_WHOLE_NUMBER_CLASSES = 100;

  /**
   * How the labels of a training table are to be looked at.
   *
   * @throws BadInputException if they cannot be of the task that is asked for
   */
  public static LabelStudy of(TableSpec spec, ColumnRoles roles, StructType table) {
    LabelMend mend = new LabelMend(spec, roles.label(), List.of(table.fieldNames()));
    LabelValues values = LabelValues.of(roles.kind(roles.label()), spec.task());
    return new LabelStudy(spec, roles.label(), values, new LabelChecks(roles.label(), mend));
  }

  /**
   * The classes of the good rows of both tables; none if labels are amounts.
   *
   * @throws BadInputException if the labels do not suit the task
   */
  public List<LabelClass> classes(Profile profile) {
    if (values == LabelValues.TEXTS && spec.task() == Task.REGRESSION) {
      throw new BadInputException(
          "--task regression: label column " + label + " holds text; use binary or multiclass");
    }
    if (spec.task() == Task.REGRESSION) {
      return List.of();
    }
    boolean mayBeAmounts = spec.task() == Task.AUTO && values == LabelValues.NUMBERS;
    if (profile.labels().isEmpty() && !mayBeAmounts) {
      throw many();
    }
    List<LabelClass> classes = profile.labels().orElse(List.of());
    boolean whole = classes.stream().allMatch(LabelClass::isWhole);
    return mayBeAmounts && task(classes.size(), whole) == Task.REGRESSION ? List.of() : classes;
  }

  /**
   * @param classes as {@link #classes} gives them
   * @throws BadInputException if the labels do not suit the task
   */
  public LabelEncoding encoding(List<LabelClass> classes, Profile profile) {
    if (profile.good(false).columns().get(ProfiledColumns.LABEL).isConstant()) {
      throw new BadInputException(
          "label column "
              + label
              + " has one value only in the training rows; there is nothing to learn");
    }
    if (classes.isEmpty()) {
      return new LabelEncoding(Task.REGRESSION, label, List.of(), values);
    }
    if (classes.size() > MAX_CLASSES) {
      throw many();
    }
    if (values == LabelValues.TEXTS) {
      checks.noLookalikes(classes);
    }
    if (spec.testData().isPresent()) {
      checks.noneUnseen(classes);
    }
    Task byNumber = classes.size() == 2 ? Task.BINARY : Task.MULTICLASS;
    Task task = spec.task() == Task.AUTO ? byNumber : spec.task();
    refuseNotBinary(task, classes);
    List<String> names = classes.stream().map(LabelClass::name).toList();
    return new LabelEncoding(task, label, names, values);
  }

  private Task task(long classes, boolean whole) {
    if (classes == 2) {
      return Task.BINARY;
    }
    boolean few = whole && classes <= MAX_WHOLE_NUMBER_CLASSES;
    return values != LabelValues.NUMBERS || few ? Task.MULTICLASS : Task.REGRESSION;
  }

  private BadInputException many() {
    return new BadInputException(
        String.format(
            Locale.ROOT,
            "label column %s has more than %d classes; if it holds amounts, use --task regression",
            label,
            MAX_CLASSES));
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
  public static String note(LabelEncoding encoding, Task asked) {
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

  /** What can be wrong with the classes that labels name. */
  private record LabelChecks(String label, LabelMend mend) {
    private static final int SHOWN = 5;

    /**
     * @throws BadInputException if two of the training's labels are the same but for blanks and a
     *     full stop
     */
    void noLookalikes(List<LabelClass> classes) {
      classes.stream()
          .filter(c -> c.training() > 0)
          .map(LabelClass::name)
          .collect(groupingBy(LabelMend::normal))
          .values()
          .stream()
          .filter(alike -> alike.size() > 1)
          .findFirst()
          .ifPresent(
              alike -> {
                throw new BadInputException(
                    "label column "
                        + label
                        + ": "
                        + quoted(alike)
                        + " differ in blanks or a full stop only; to make them one: "
                        + mend.options());
              });
    }

    /**
     * @throws BadInputException if the test table has labels that the training table has not
     */
    void noneUnseen(List<LabelClass> classes) {
      List<String> unseen =
          classes.stream().filter(c -> c.training() == 0).map(LabelClass::name).toList();
      if (unseen.isEmpty()) {
        return;
      }
      List<String> seen =
          classes.stream().filter(c -> c.training() > 0).map(LabelClass::name).toList();
      throw new BadInputException(
          "label column "
              + label
              + ": the test data have "
              + quoted(unseen)
              + ", the training data have "
              + quoted(seen)
              + advice(unseen, seen));
    }

    private String advice(List<String> unseen, List<String> seen) {
      List<String> normal = seen.stream().map(LabelMend::normal).toList();
      boolean alike = unseen.stream().map(LabelMend::normal).anyMatch(normal::contains);
      return alike
          ? "; they differ in blanks or a full stop only; to make them agree: " + mend.options()
          : "; leave those rows out with --select, or use --task regression if labels are amounts";
    }

    private static String quoted(List<String> names) {
      String shown = names.stream().limit(SHOWN).map(n -> "'" + n + "'").collect(joining(", "));
      return names.size() > SHOWN ? shown + ", … (" + names.size() + " in all)" : shown;
    }
  }
}
