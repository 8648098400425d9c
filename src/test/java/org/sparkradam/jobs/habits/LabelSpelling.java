package org.sparkradam.jobs.habits;

import java.util.List;

/** What is to be predicted, as people spell it. */
enum LabelSpelling {
  ZERO_ONE(Kind.WHOLE, 0L, 1L),
  ONE_TWO(Kind.WHOLE, 1L, 2L),
  MINUS_PLUS(Kind.WHOLE, -1L, 1L),
  FLAG(Kind.FLAG, false, true),
  WORDS(Kind.CATEGORY, "good", "bad"),
  BLANKS(Kind.CATEGORY, " no", " yes"),
  FULL_STOPS(Kind.CATEGORY, "<=50K.", ">50K."),
  UNICODE(Kind.CATEGORY, "ja", "weiß nicht"),
  QUOTED(Kind.CATEGORY, "no", "yes, \"sir\""),
  MANY(Kind.CATEGORY, "setosa", "virginica", "versicolor"),
  DIGITS(Kind.WHOLE, 0L, 1L, 2L, 3L),
  AMOUNT(Kind.REAL),
  LARGE_AMOUNT(Kind.REAL);

  private final Kind kind;
  private final List<Object> classes;

  LabelSpelling(Kind kind, Object... classes) {
    this.kind = kind;
    this.classes = List.of(classes);
  }

  /** How the column is stored. */
  Kind kind() {
    return kind;
  }

  boolean isAmount() {
    return classes.isEmpty();
  }

  boolean isBinary() {
    return classes.size() == 2;
  }

  /** The label of a row; of classes, the rare ones come in these rows only. */
  Object of(int row, double signal, int rareRows) {
    if (isAmount()) {
      double amount = Math.rint(1e3 * signal) / 1e3;
      return this == AMOUNT ? amount : 250_000 + 1e5 * amount;
    }
    if (rareRows > 0) {
      return classes.get(row < rareRows ? classes.size() - 1 : row % (classes.size() - 1));
    }
    return classes.get(Math.floorMod(row, classes.size()));
  }
}
