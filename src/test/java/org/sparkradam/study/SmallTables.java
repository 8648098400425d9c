package org.sparkradam.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import org.sparkradam.table.TableSpec;
import org.sparkradam.table.Task;
import org.sparkradam.testing.LocalSpark;

/** Small CSV files as tables ready to learn from. */
final class SmallTables {
  /** A name that would do harm in a page that took it as it is. */
  static final String HOSTILE = "<script>alert(1)</script>&\"'";

  private static final int ROWS = 300;

  private SmallTables() {}

  /** Two numeric columns and one of text, of which the label is a noisy function. */
  static PreparedTable of(Task task, Path folder) throws IOException {
    Path file = folder.resolve(task + ".csv");
    Files.writeString(file, csv(task));
    return TablePreparation.prepare(
        LocalSpark.session(),
        TableSpec.of(file.toString()).header(true).label("target").task(task).build());
  }

  private static String csv(Task task) {
    Random random = new Random(5);
    StringBuilder text =
        new StringBuilder("x,\"" + HOSTILE.replace("\"", "\"\"") + "\",group,target\n");
    for (int i = 0; i < ROWS; i++) {
      double x = random.nextGaussian();
      double z = 50 + 10 * random.nextGaussian();
      String group = "<b>" + random.nextInt(3) + "</b>";
      double score = 2 * x - 0.1 * (z - 50) + 0.5 * random.nextGaussian();
      text.append(String.format(Locale.ROOT, "%.6f,%.6f,%s,%s%n", x, z, group, label(task, score)));
    }
    return text.toString();
  }

  private static Object label(Task task, double score) {
    return switch (task) {
      case BINARY -> score > 0 ? "yes" : "no";
      case MULTICLASS -> score > 1 ? "high" : score < -1 ? "low" : "middle";
      default -> 1000 + 100 * score;
    };
  }
}
