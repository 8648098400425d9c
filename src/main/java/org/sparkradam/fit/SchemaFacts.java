package org.sparkradam.fit;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.table.ColumnCheck;
import org.sparkradam.table.SchemaCheck;
import org.sparkradam.table.TableColumn;
import org.sparkradam.table.TableSchema;
import org.sparkradam.table.column.Visible;

/** What files, pages and the console tell of a table's columns beside those of training. */
public final class SchemaFacts {
  private static final int SHOWN = 20;
  private static final List<String> HEADER =
      List.of("column", "type here", "in training", "missing", "in training", "unseen", "such as");

  private SchemaFacts() {}

  /** The columns of the training table, as run.json holds them. */
  public static List<Map<String, Object>> of(TableSchema schema) {
    return schema.columns().stream().map(SchemaFacts::of).toList();
  }

  static Map<String, Object> of(TableColumn column) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", column.name());
    facts.put("role", column.role());
    facts.put("type", column.type());
    facts.put("kind", column.kind().name());
    column.reading().ifPresent(reading -> facts.put("reading", reading));
    column.missing().ifPresent(share -> facts.put("missing", share));
    return facts;
  }

  /** Every feature of a table, as run.json holds it. */
  public static List<Map<String, Object>> of(SchemaCheck check) {
    return check.columns().stream().map(SchemaFacts::of).toList();
  }

  private static Map<String, Object> of(ColumnCheck check) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("column", check.column().name());
    facts.put("type", check.type());
    facts.put("typeInTraining", check.column().type());
    facts.put("missing", check.missing());
    facts.put("missingInTraining", orNull(check.column().missing()));
    facts.put("unseen", orNull(check.unseen()));
    facts.put("example", check.example());
    return facts;
  }

  private static Double orNull(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }

  /**
   * Lines for the console: none if all is as in training, else a table of the columns that differ,
   * and a warning of each that predictions have to be doubted for.
   *
   * @param rows what they are called
   */
  public static List<String> lines(SchemaCheck check, String rows) {
    List<ColumnCheck> off = check.off();
    if (off.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("columns of the " + rows + " that differ from training:");
    List<List<String>> fields = new ArrayList<>(List.of(HEADER));
    off.stream().limit(SHOWN).map(SchemaFacts::fields).forEach(fields::add);
    lines.addAll(aligned(fields));
    if (off.size() > SHOWN) {
      lines.add("  … " + (off.size() - SHOWN) + " more in run.json");
    }
    off.stream()
        .filter(ColumnCheck::isLoud)
        .limit(SHOWN)
        .map(SchemaFacts::warning)
        .forEach(lines::add);
    return lines;
  }

  private static List<String> aligned(List<List<String>> fields) {
    List<String> lines = new ArrayList<>();
    for (List<String> line : fields) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width = fields.stream().mapToInt(any -> any.get(column).length()).max().orElse(0);
        text.append("  ").append(line.get(i)).append(" ".repeat(width - line.get(i).length()));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  private static String warning(ColumnCheck check) {
    String name = Visible.of(check.column().name());
    String unseen =
        "%s of the values of column %s were not seen in training, such as '%s': they are taken for missing"
            .formatted(share(check.unseen()), name, Visible.of(String.valueOf(check.example())));
    String missing =
        "%s of the values of column %s are missing, %s were in training"
            .formatted(percent(check.missing()), name, share(check.column().missing()));
    return "WARNING: " + (check.hasManyUnseen() ? unseen : missing);
  }

  private static List<String> fields(ColumnCheck check) {
    return List.of(
        Visible.of(check.column().name()),
        check.type(),
        check.column().typeOrKind(),
        percent(check.missing()),
        share(check.column().missing()),
        share(check.unseen()),
        check.example() == null ? "" : "'" + Visible.of(check.example()) + "'");
  }

  /** The columns that differ, for a page. */
  static HtmlTable table(SchemaCheck check) {
    return new HtmlTable(
        "Columns that differ from training",
        "Of the test rows: columns of another type, with values that no training row has, or with"
            + " more missing ones. Unseen categories count as missing.",
        HEADER,
        check.off().stream()
            .map(column -> fields(column).stream().map(Cell::text).toList())
            .toList());
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%s %%", significant(100 * share));
  }
}
