package org.sparkradam.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of a page. It scrolls by itself where the screen is narrower than it.
 *
 * @param heading says what is shown
 * @param caption says how to read it
 * @param header the names of the columns
 * @param rows the fields, as many a row as there are names
 */
public record HtmlTable(String heading, String caption, List<String> header, List<List<Cell>> rows)
    implements Part {
  /** The fields of one line. */
  record Line(List<Cell> cells) {}

  /**
   * @throws IllegalArgumentException if a row is longer or shorter than the header
   */
  public HtmlTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under a header of " + header.size());
      }
    }
  }

  /** The names of the columns, aligned as what is below them. */
  List<Cell> columns() {
    return aligned(header.stream().map(Cell::text).toList());
  }

  /** The lines, each field aligned as its column is. */
  List<Line> lines() {
    return rows.stream().map(row -> new Line(aligned(row))).toList();
  }

  private List<Cell> aligned(List<Cell> cells) {
    return IntStream.range(0, cells.size()).mapToObj(i -> cells.get(i).as(kind(i))).toList();
  }

  private Cell.Kind kind(int column) {
    return rows.stream().anyMatch(row -> row.get(column).kind() == Cell.Kind.NUMBER)
        ? Cell.Kind.NUMBER
        : Cell.Kind.TEXT;
  }
}
