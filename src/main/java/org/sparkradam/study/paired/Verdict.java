package org.sparkradam.study.paired;

/** What the seeds say of a difference. */
public enum Verdict {
  /** Whatever it is, it is too little to matter. */
  SAME("same"),
  /** Surely, and where a least difference is asked for, by as much. */
  BETTER("better"),
  /** Likewise. */
  WORSE("worse"),
  /** It may matter or not. */
  UNDECIDED("undecided"),
  /** A trial of either has no result. */
  DIVERGED("diverged");

  private final String title;

  Verdict(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /**
   * Of a difference of which more is better, by its interval.
   *
   * @param least what is less matters to nobody
   */
  public static Verdict of(PairedDifference difference, double least) {
    if (difference.interval().isWithin(least)) {
      return SAME;
    }
    if (!difference.interval().excludesZero() || Math.abs(difference.mean()) < least) {
      return UNDECIDED;
    }
    return difference.mean() > 0 ? BETTER : WORSE;
  }
}
