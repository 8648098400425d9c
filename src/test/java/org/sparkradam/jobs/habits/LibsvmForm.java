package org.sparkradam.jobs.habits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The label and then pairs of index and value, in the forms that svmlight's, LIBSVM's and
 * scikit-learn's readers take.
 *
 * @param first the index of the first column
 * @param comments whether some lines end in a comment, and some are one
 */
record LibsvmForm(String blank, int first, boolean comments, boolean queries, boolean plus)
    implements Form {
  static LibsvmForm drawn(Dice dice) {
    return new LibsvmForm(
        dice.of(" ", " ", "\t", "  "),
        dice.chance(0.15) ? 0 : 1,
        dice.chance(0.2),
        dice.chance(0.15),
        dice.chance(0.3));
  }

  @Override
  public Path write(DrawnTable table, Path folder, String name) {
    StringBuilder text = new StringBuilder(comments ? "# written by a tool\n\n" : "");
    int row = 0;
    for (List<Object> values : table.rows()) {
      text.append(line(values, row++)).append('\n');
    }
    try {
      return Files.writeString(folder.resolve(name + ".libsvm"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The label is the first column; zeros are left out. */
  private String line(List<Object> values, int row) {
    String label = String.valueOf(values.get(0));
    StringBuilder line = new StringBuilder(plus && !label.startsWith("-") ? "+" : "").append(label);
    if (queries) {
      line.append(blank).append("qid:").append(1 + row / 5);
    }
    for (int i = 1; i < values.size(); i++) {
      double value = values.get(i) == null ? 0 : ((Number) values.get(i)).doubleValue();
      if (value != 0) {
        line.append(blank).append(first + i - 1).append(':').append(value);
      }
    }
    return line + (comments && row % 7 == 0 ? " # seen twice" : "");
  }

  @Override
  public List<String> options(DrawnTable table, Set<String> known) {
    return first == 0 && known.contains("--zero-based") ? List.of("--zero-based") : List.of();
  }

  @Override
  public boolean meansTheSameAs(Form other) {
    return other instanceof LibsvmForm;
  }
}
