package org.sparkradam.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of the same columns in files, on pages and in the console. */
public record Columns<T>(List<Column<T>> columns) {
  /** Keeps a copy. */
  public Columns {
    columns = List.copyOf(columns);
  }

  @SafeVarargs
  public static <T> Columns<T> of(Column<T>... columns) {
    return new Columns<>(List.of(columns));
  }

  /** A row a thing, for a file. */
  public CsvTable csv(List<T> things) {
    List<Column<T>> shown = columns.stream().filter(one -> one.csv().isPresent()).toList();
    return new CsvTable(
        shown.stream().map(one -> one.csv().orElseThrow()).toList(),
        things.stream().map(thing -> values(shown, thing)).toList());
  }

  private static <T> List<Object> values(List<Column<T>> shown, T thing) {
    List<Object> values = new ArrayList<>();
    shown.forEach(one -> values.add(one.value().apply(thing)));
    return values;
  }

  /** A row a thing, for a page. */
  public HtmlTable html(String heading, String caption, List<T> things) {
    List<Column<T>> shown = columns.stream().filter(one -> one.page().isPresent()).toList();
    return new HtmlTable(
        heading,
        caption,
        shown.stream().map(one -> one.page().orElseThrow()).toList(),
        things.stream()
            .map(thing -> shown.stream().map(one -> one.cell().apply(thing)).toList())
            .toList());
  }

  /** A line a thing below the headings, for the console. */
  public List<String> console(List<T> things) {
    List<Column<T>> shown = columns.stream().filter(one -> one.console().isPresent()).toList();
    String format = shown.stream().map(one -> format(one, things)).collect(Collectors.joining(" "));
    return Stream.concat(
            Stream.of(
                shown.stream().<Object>map(one -> one.console().orElseThrow().heading()).toList()),
            things.stream()
                .map(thing -> shown.stream().<Object>map(one -> one.text().apply(thing)).toList()))
        .map(fields -> format.formatted(fields.toArray()))
        .toList();
  }

  private static <T> String format(Column<T> column, List<T> things) {
    int longest =
        things.stream()
            .mapToInt(thing -> String.valueOf(column.text().apply(thing)).length())
            .max()
            .orElse(0);
    return column.console().orElseThrow().format().apply(longest);
  }
}
