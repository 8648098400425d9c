package org.sparkradam.study.warmup;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.GoodRange.End;
import org.sparkradam.study.paired.PairedDifference;

/** Ranges and differences as text. */
final class RuleWords {
  private RuleWords() {}

  /** Such as {@code 0.01 to at least 0.3}. */
  static String rates(GoodRange range) {
    return "%s%s to %s%s"
        .formatted(
            range.lowEnd() == End.OPEN ? "at most " : "",
            significant(range.low()),
            range.highEnd() == End.OPEN ? "at least " : "",
            significant(range.high()));
  }

  /** Such as {@code ≥ 1.5}. */
  static String decades(GoodRange range) {
    boolean open = range.lowEnd() == End.OPEN || range.highEnd() == End.OPEN;
    return (open ? "≥ " : "") + String.format(Locale.ROOT, "%.2f", range.decades());
  }

  /** Such as {@code +0.012 (+0.01 to +0.015)}. */
  static String signed(PairedDifference difference) {
    return signed(difference.mean()) + " " + difference.interval().words(RuleWords::signed);
  }

  /** The same without its sign, such as {@code 0.012 (0.01 to 0.015)}. */
  static String size(PairedDifference difference) {
    double sign = Math.signum(difference.mean());
    double one = sign * difference.interval().low();
    double other = sign * difference.interval().high();
    return "%s (%s to %s)"
        .formatted(
            rounded(sign * difference.mean()),
            rounded(Math.min(one, other)),
            rounded(Math.max(one, other)));
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + rounded(value);
  }

  /** To two digits: a few seeds know no more of a difference. */
  private static String rounded(double value) {
    return significant(
        Double.isFinite(value)
            ? BigDecimal.valueOf(value).round(new MathContext(2)).doubleValue()
            : value);
  }
}
