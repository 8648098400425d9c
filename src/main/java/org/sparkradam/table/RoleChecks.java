package org.sparkradam.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.package$;

/** The mistakes that can be made in naming columns. */
record RoleChecks(TableSpec spec, ColumnNames columns) {

  String label() {
    if (spec.label().isEmpty() && !columns.names().contains("label")) {
      throw new BadInputException(
          "no label: name its column with --label COL; the columns are " + columns.listed());
    }
    return columns.require(spec.label().orElse("label"), "--label");
  }

  Optional<String> weight(String label) {
    spec.weight().ifPresent(name -> columns.require(name, "--weight"));
    if (spec.weight().equals(Optional.of(label))) {
      throw new BadInputException("--weight " + label + ": this column is the label");
    }
    return spec.weight();
  }

  void lists(String label, Optional<String> weight) {
    spec.features().forEach(name -> columns.require(name, "--features"));
    spec.exclude().forEach(name -> columns.require(name, "--exclude"));
    spec.categorical().forEach(name -> columns.require(name, "--categorical"));
    for (String name : spec.features()) {
      refuse(name.equals(label), name, "is the label");
      refuse(weight.equals(Optional.of(name)), name, "is the weight");
      refuse(spec.exclude().contains(name), name, "is named by --exclude, too");
    }
  }

  private static void refuse(boolean wrong, String feature, String why) {
    if (wrong) {
      throw new BadInputException(
          "--features " + feature + ": this column " + why + "; take it out of the list");
    }
  }

  void kinds(String label, Optional<String> weight, Map<String, ColumnKind> kinds) {
    ColumnKind kind = kinds.get(label);
    if (!List.of(ColumnKind.TEXT, ColumnKind.BOOLEAN).contains(kind) && !kind.isNumber()) {
      throw new BadInputException(
          "--label " + label + ": this column holds " + kind + "; a label is a number or a text");
    }
    weight
        .filter(name -> !kinds.get(name).isNumber())
        .ifPresent(
            name -> {
              throw new BadInputException(
                  "--weight " + name + ": this column holds " + kinds.get(name) + ", not numbers");
            });
  }

  void featureKind(String name, ColumnKind kind) {
    if (name.contains("__THIS__")) {
      throw new BadInputException(
          "column %s: Spark's SQLTransformer takes __THIS__ for the table, wherever it stands; rename the column, or leave it out with --exclude"
              .formatted(name));
    }
    if (kind == ColumnKind.TIME) {
      throw new BadInputException(
          "--features "
              + name
              + ": this column holds dates or times; turn it into numbers, as with --select"
              + " \"SELECT *, month(…) AS month FROM __THIS__\"");
    } else if (kind == ColumnKind.ARRAY && isSpark3()) {
      throw new BadInputException(
          "column %s holds arrays, of which no transformer of Spark 3.5 makes vectors: leave it out with --exclude %s, or take Spark 4"
              .formatted(name, Sql.shellWord(name)));
    } else if (kind == ColumnKind.OTHER) {
      throw new BadInputException(
          "column "
              + name
              + " holds nested or binary values: leave it out with --exclude "
              + Sql.shellWord(name)
              + " or turn it into numbers or text with --select");
    }
  }

  private static boolean isSpark3() {
    return package$.MODULE$.SPARK_VERSION().startsWith("3.");
  }
}
