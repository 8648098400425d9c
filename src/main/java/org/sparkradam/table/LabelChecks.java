package org.sparkradam.table;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;

/** What can be wrong with the classes that labels name. */
record LabelChecks(String label, LabelMend mend) {
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
