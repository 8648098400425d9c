package org.sparkradam.study.warmup;

/** What a recommendation rests on. */
public enum Basis {
  /** One is clearly best, each at its best rate. */
  BEST_RATE("best rate"),
  /** No other is clearly worse at its best rate, and one has clearly the widest good range. */
  WIDTH("width"),
  /** At their best rates those that are left differ by less than matters. */
  NO_MATTER("no matter"),
  /** The seeds do not tell those that are left apart: they may differ by more than that. */
  UNDECIDED("undecided"),
  /** No other rule was there to be compared with. */
  ONLY_ONE("only one"),
  /** Every other untuned rule diverged at every rate. */
  OTHERS_DIVERGED("others diverged"),
  /** Every untuned rule diverged at every rate. */
  NONE("none");

  private final String title;

  Basis(String title) {
    this.title = title;
  }

  /** For people and files. */
  public String title() {
    return title;
  }
}
