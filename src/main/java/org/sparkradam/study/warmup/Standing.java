package org.sparkradam.study.warmup;

import org.sparkradam.study.paired.Interval;
import org.sparkradam.study.paired.PairedDifference;

/** What the seeds say of a difference of which more is better. */
enum Standing {
  /** Surely, and by enough to matter. */
  BETTER,
  /** Likewise. */
  WORSE,
  /** Whatever it is, it is too little to matter. */
  LEVEL,
  /** It may matter or not. */
  UNDECIDED;

  /**
   * By the interval of a difference.
   *
   * @param least what is less matters to nobody
   */
  static Standing of(PairedDifference difference, double least) {
    Interval interval = difference.interval();
    if (interval.low() >= -least && interval.high() <= least) {
      return LEVEL;
    }
    if (!interval.excludesZero() || Math.abs(difference.mean()) < least) {
      return UNDECIDED;
    }
    return difference.mean() > 0 ? BETTER : WORSE;
  }
}
