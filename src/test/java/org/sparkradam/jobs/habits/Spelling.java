package org.sparkradam.jobs.habits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** How a tool spells values in a file of text. */
enum Spelling {
  PLAIN("", "true", "false", false),
  PANDAS("", "True", "False", false),
  R("NA", "TRUE", "FALSE", false),
  DATABASE("NULL", "t", "f", false),
  SURVEY("?", "yes", "no", false),
  SHEET("-", "1", "0", true),
  NUMPY("NaN", "1", "0", false);

  private static final List<String> UNDERSTOOD = List.of("", "NA", "NULL", "?");

  private final String none;
  private final String yes;
  private final String no;
  private final boolean datesHaveTimes;

  Spelling(String none, String yes, String no, boolean datesHaveTimes) {
    this.none = none;
    this.yes = yes;
    this.no = no;
    this.datesHaveTimes = datesHaveTimes;
  }

  /**
   * Spells a value.
   *
   * @param gaps whether values of its column are missing, which makes pandas write 1.0 for 1
   */
  String of(Object value, boolean gaps) {
    if (value == null) {
      return none;
    } else if (value instanceof Boolean flag) {
      return flag ? yes : no;
    } else if (value instanceof LocalDate day) {
      return datesHaveTimes ? day + " 00:00:00" : day.toString();
    } else if (value instanceof LocalDateTime time) {
      return time.toString().replace('T', ' ') + ":00";
    } else if (value instanceof BigDecimal amount) {
      return amount.toPlainString();
    } else if (value instanceof Long whole && (this == NUMPY || (this == PANDAS && gaps))) {
      return Double.toString(whole);
    }
    return value.toString();
  }

  /** Any of them; those that our reader does not understand in full are rare. */
  static Spelling drawn(Dice dice) {
    return dice.chance(0.06) ? dice.of(SHEET, NUMPY) : dice.of(PLAIN, PANDAS, R, DATABASE, SURVEY);
  }

  /** Whether files of both, read by the same rules, hold the same values. */
  boolean meansTheSameAs(Spelling other) {
    return this == other
        || (UNDERSTOOD.contains(none)
            && UNDERSTOOD.contains(other.none)
            && yes.equalsIgnoreCase(other.yes)
            && datesHaveTimes == other.datesHaveTimes);
  }
}
