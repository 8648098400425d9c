package org.sparkradam.report;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A column of tables about things of one kind, told once for all that show it: a CSV file has its
 * values with every digit, page and console have them readable, and each leaves out what it has no
 * name for.
 *
 * @param value of a thing; null where it has none
 * @param csv name in files, if it is there
 * @param page heading on a page, if it is there
 * @param cell of a thing on a page
 * @param console place in the console, if it is there
 * @param text of a thing in the console
 */
public record Column<T>(
    Function<T, ?> value,
    Optional<String> csv,
    Optional<String> page,
    Function<T, Cell> cell,
    Optional<Place> console,
    Function<T, ?> text) {
  /**
   * Where a column stands in the console.
   *
   * @param heading above it
   * @param format of its fields, by the length of the longest
   */
  record Place(String heading, IntFunction<String> format) {}

  /** Of values that are not shown yet. */
  public static <T> Column<T> of(Function<T, ?> value) {
    return new Column<>(
        value,
        Optional.empty(),
        Optional.empty(),
        thing -> Cell.of(value.apply(thing)),
        Optional.empty(),
        thing -> readable(value.apply(thing)));
  }

  private static String readable(Object value) {
    return Cell.of(value).text();
  }

  /** The same in CSV files. */
  public Column<T> csv(String name) {
    return new Column<>(value, Optional.of(name), page, cell, console, text);
  }

  /** The same on pages. */
  public Column<T> page(String heading) {
    return page(heading, cell);
  }

  /** The same on pages, with cells of its own. */
  public Column<T> page(String heading, Function<T, Cell> ownCell) {
    return new Column<>(value, csv, Optional.of(heading), ownCell, console, text);
  }

  /** The same in the console, aligned to the right. */
  public Column<T> console(String heading, int width) {
    return console(heading, width, text);
  }

  /** The same in the console, aligned to the right, with a text of its own. */
  public Column<T> console(String heading, int width, Function<T, ?> ownText) {
    return inConsole(heading, longest -> "%" + width + "s", ownText);
  }

  /** The same in the console, aligned to the left and as wide as its longest field at least. */
  public Column<T> consoleWords(String heading, int leastWidth) {
    return inConsole(heading, longest -> "%-" + Math.max(leastWidth, longest) + "s", text);
  }

  /** The same at the end of the console's lines. */
  public Column<T> consoleEnd(String heading, Function<T, ?> ownText) {
    return inConsole(heading, longest -> " %s", ownText);
  }

  private Column<T> inConsole(String heading, IntFunction<String> format, Function<T, ?> ownText) {
    return new Column<>(value, csv, page, cell, Optional.of(new Place(heading, format)), ownText);
  }
}
