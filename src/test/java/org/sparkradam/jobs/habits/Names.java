package org.sparkradam.jobs.habits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of columns, most of them plain. */
final class Names {
  private static final List<String> PLAIN =
      List.of("age", "income", "city", "score_1", "isActive", "X", "y2024", "Height (cm)");

  /** Words of SQL, of the shell, of Spark's and our own columns, and of other alphabets. */
  private static final List<String> ODD =
      List.of(
          "a.b",
          "back`tick",
          "double\"quote",
          "it's",
          "with, comma",
          "prediction",
          "probability",
          "rawPrediction",
          "predicted_label",
          "features",
          "source",
          "weight",
          "label",
          "spark_radam_status",
          "spark_radam_is_test",
          "c0",
          "index_c0",
          "encoded_c1",
          "numbers",
          "standardised",
          "assembled",
          "select",
          "from",
          "order",
          "value",
          "position",
          "100%",
          "a/b",
          "$HOME",
          "@id",
          "-x",
          "__THIS__",
          "{}",
          "kündigung",
          "Straße",
          "İl",
          "ı",
          "名前",
          "😀",
          "e\u0301",
          "tab\there",
          " lead",
          "trail ",
          "two  blanks",
          "n".repeat(300));

  private final Dice dice;
  private final double oddShare;
  private final Set<String> taken = new HashSet<>();

  Names(Dice dice, double oddShare) {
    this.dice = dice;
    this.oddShare = oddShare;
  }

  /** A name that no other column has, by whatever case. */
  String next() {
    String name = dice.chance(oddShare) ? dice.of(ODD) : dice.of(PLAIN);
    return taken.add(name.toLowerCase(Locale.ROOT)) ? name : next("col");
  }

  private String next(String stem) {
    int number = 1;
    while (!taken.add(stem + number)) {
      number++;
    }
    return stem + number;
  }

  /** As a CSV file without a header calls its columns. */
  static List<Field> numbered(List<Field> fields) {
    List<Field> numbered = new ArrayList<>();
    for (Field field : fields) {
      numbered.add(field.named("_c" + numbered.size()));
    }
    return numbered;
  }
}
