package org.sparkradam.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table that is written as CSV.
 *
 * <p>Numbers are written as {@link Double#toString} has them, so that they read back as the same
 * double, but for the negative zero, which is {@code 0.0}. A value that is absent ({@code null}),
 * not defined (NaN) or beyond all numbers (an infinity) is an empty field. Lines end in a line feed
 * on every platform.
 *
 * @param header the names of the columns
 * @param rows as many values a row as the header has names
 */
public record CsvTable(List<String> header, List<List<Object>> rows) {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  /**
   * @throws IllegalArgumentException if a row is longer or shorter than the header
   */
  public CsvTable {
    header = List.copyOf(header);
    rows = rows.stream().map(CsvTable::copy).toList();
    for (List<Object> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " values under a header of " + header.size());
      }
    }
  }

  /** The table as text, header first. */
  public String toCsv() {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(header);
      for (List<Object> row : rows) {
        printer.printRecord(row.stream().map(CsvTable::field).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder never fails
    }
    return text.toString();
  }

  private static Object field(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? (Object) (number + 0.0) : null; // -0.0 + 0.0 is 0.0
    }
    return value;
  }

  // List.copyOf would refuse the nulls that stand for absent values.
  private static List<Object> copy(List<Object> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }
}
