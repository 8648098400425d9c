package org.sparkradam.table.profile;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.read.TableSpec;

/**
 * The options that make labels agree which differ in blanks around them and a full stop at the end
 * only, as those of the two files of UCI's Adult do.
 */
record LabelMend(TableSpec spec, String label, List<String> columns) {

  static String normal(String label) {
    String trimmed = label.strip();
    return trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }

  /** Complete options, to be pasted into a shell. */
  String options() {
    String mended = newName();
    String excluded =
        Stream.concat(spec.exclude().stream(), Stream.of(label)).collect(joining(","));
    return "--select "
        + Sql.shellArgument(statement(mended))
        + " --label "
        + mended
        + " --exclude "
        + Sql.shellWord(excluded);
  }

  String statement(String mended) {
    return "SELECT *, regexp_replace(trim("
        + Sql.name(label).replaceFirst("^`(\\w+)`$", "$1")
        + "), '[.]$', '') AS "
        + mended
        + " FROM "
        + spec.select().map(inner -> "(" + inner + ")").orElse("__THIS__");
  }

  private String newName() {
    String name = "label" + label.replaceAll("\\D", "");
    while (columns.stream().anyMatch(name::equalsIgnoreCase)) {
      name += "_";
    }
    return name;
  }
}
