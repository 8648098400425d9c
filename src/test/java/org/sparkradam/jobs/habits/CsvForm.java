package org.sparkradam.jobs.habits;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Fields between separators.
 *
 * @param quoted whether all fields are quoted; else those alone that have to be
 * @param mark whether a byte order mark comes first, as Excel writes it
 */
record CsvForm(
    Spelling spelling,
    char separator,
    boolean header,
    boolean quoted,
    String lineEnd,
    Charset charset,
    boolean mark,
    boolean packed)
    implements Form {

  static CsvForm drawn(Dice dice) {
    Charset charset =
        dice.chance(0.85)
            ? StandardCharsets.UTF_8
            : dice.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE);
    return new CsvForm(
        Spelling.drawn(dice),
        dice.of(',', ',', ';', '\t', '|'),
        dice.chance(0.85),
        dice.chance(0.2),
        dice.of("\n", "\n", "\r\n"),
        charset,
        !charset.equals(StandardCharsets.ISO_8859_1) && dice.chance(0.15),
        dice.chance(0.1));
  }

  CsvForm inUtf8() {
    return new CsvForm(
        spelling, separator, header, quoted, lineEnd, StandardCharsets.UTF_8, mark, packed);
  }

  /** What another tool may write that is read with the same options. */
  CsvForm by(Spelling other, Dice dice) {
    return new CsvForm(
        other,
        separator,
        header,
        dice.chance(0.2),
        dice.of("\n", "\r\n"),
        charset,
        mark,
        dice.chance(0.1));
  }

  @Override
  public Path write(DrawnTable table, Path folder, String name) {
    Path file =
        folder.resolve(name + (separator == '\t' ? ".tsv" : ".csv") + (packed ? ".gz" : ""));
    byte[] bytes = ((mark ? "\uFEFF" : "") + text(table)).getBytes(charset);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(packed ? packed(bytes) : bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(bytes);
    }
    return packed.toByteArray();
  }

  private String text(DrawnTable table) {
    int width = table.fields().size();
    boolean[] gaps = new boolean[width];
    IntStream.range(0, width).forEach(column -> gaps[column] = table.hasGaps(column));
    StringBuilder text = new StringBuilder();
    if (header) {
      text.append(line(table.fields().stream().map(Field::name).toList()));
    }
    for (List<Object> row : table.rows()) {
      text.append(
          line(
              IntStream.range(0, width)
                  .mapToObj(column -> spelling.of(row.get(column), gaps[column]))
                  .toList()));
    }
    return text.toString();
  }

  private String line(List<String> fields) {
    return fields.stream().map(this::field).collect(joining(String.valueOf(separator))) + lineEnd;
  }

  private String field(String value) {
    boolean needed = value.indexOf(separator) >= 0 || value.matches("(?s).*[\"\r\n].*");
    return quoted || needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  @Override
  public List<String> options(DrawnTable table, Set<String> known) {
    List<String> options = new ArrayList<>();
    if (header) {
      options.add("--header");
    }
    if (separator != ',' && separator != '\t') {
      options.addAll(List.of("--separator", String.valueOf(separator)));
    }
    if (!charset.equals(StandardCharsets.UTF_8) && known.contains("--encoding")) {
      options.addAll(List.of("--encoding", charset.name()));
    }
    if (table.hasLineBreaks() && known.contains("--multi-line")) {
      options.add("--multi-line");
    }
    return options;
  }

  @Override
  public boolean namesColumns() {
    return header;
  }

  @Override
  public boolean meansTheSameAs(Form other) {
    return other instanceof CsvForm csv
        ? header == csv.header
            && charset.equals(csv.charset)
            && spelling.meansTheSameAs(csv.spelling)
        : header
            && spelling.meansTheSameAs(Spelling.PLAIN)
            && charset.equals(StandardCharsets.UTF_8);
  }
}
