package org.sparkradam.report;

import java.util.Locale;
import org.sparkradam.report.text.ReadableNumber;

/**
 * One field of an HTML table.
 *
 * @param text what it says
 * @param kind how it is aligned
 * @param mark what is special about it
 */
public record Cell(String text, Kind kind, Mark mark) {
  /** How a cell is aligned: a column with a number in it is aligned as numbers are. */
  public enum Kind {
    TEXT,
    NUMBER
  }

  /** What is special about a cell. */
  public enum Mark {
    NONE,
    /** Drawn to the eye. */
    BEST,
    /** Set back, as a result that is none. */
    DIVERGED
  }

  /** Words. */
  public static Cell text(String text) {
    return new Cell(text, Kind.TEXT, Mark.NONE);
  }

  /** A number in readable form. */
  public static Cell number(double value) {
    return new Cell(ReadableNumber.significant(value), Kind.NUMBER, Mark.NONE);
  }

  /** A number or words, as the value is; nothing if it is null. */
  public static Cell of(Object value) {
    if (value instanceof Number number) {
      return number(number.doubleValue());
    }
    return value == null ? absent() : text(value.toString());
  }

  /** Nothing, in a column of numbers. */
  public static Cell absent() {
    return new Cell(ReadableNumber.ABSENT, Kind.NUMBER, Mark.NONE);
  }

  /** The same field, marked. */
  public Cell marked(Mark with) {
    return new Cell(text, kind, with);
  }

  Cell as(Kind other) {
    return new Cell(text, other, mark);
  }

  /** The names of its looks in the template's style sheet. */
  String style() {
    return (kind + " " + mark).toLowerCase(Locale.ROOT);
  }
}
