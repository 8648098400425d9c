package org.sparkradam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.Task;

/** Tables of a few hundred rows, written into a folder. */
public record SmallTables(Path folder) {
  /** A name that would do harm in a page that took it as it is. */
  public static final String HOSTILE = "<script>alert(1)</script>&\"'";

  private static final int ROWS = 240;
  private static final int PREPARED_ROWS = 300;

  /** A file of these lines; its path. */
  public String file(String name, Stream<String> lines) {
    try {
      return Files.write(folder.resolve(name), lines.toList()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String file(String name, String... lines) {
    return file(name, Stream.of(lines));
  }

  /** Columns x, y and c, which is text, and a label of these values that x tells. */
  public String csv(String name, List<String> labels) {
    Random random = new Random(1);
    Stream<String> rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> {
                  int k = i % labels.size();
                  return String.format(
                      Locale.ROOT,
                      "%.4f,%.3f,%s,%s",
                      k + random.nextGaussian(),
                      50 * random.nextGaussian(),
                      "abc".charAt(i % 3),
                      labels.get(k));
                });
    return file(name, Stream.concat(Stream.of("x,y,c,label"), rows));
  }

  /** Two classes, features 1, 2 and 7. */
  public String libsvm(String name, long seed) {
    Random random = new Random(seed);
    return file(
        name,
        IntStream.range(0, ROWS)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "%+d 1:%.4f 2:%d 7:1.5",
                        2 * (i % 2) - 1,
                        i % 2 + random.nextGaussian(),
                        i % 11)));
  }

  /** A header and 60 good rows of columns x, y and label, and then these rows. */
  public String csvThatEndsIn(String name, String... last) {
    Stream<String> good = IntStream.range(0, 60).mapToObj(i -> i + "," + i % 7 + "," + i % 2);
    return file(
        name, Stream.of(Stream.of("x,y,label"), good, Stream.of(last)).flatMap(lines -> lines));
  }

  /**
   * A table ready to learn from: two numeric columns and one of text, of which the label is a noisy
   * function.
   */
  public PreparedTable prepared(Task task) {
    return TablePreparation.prepare(
        LocalSpark.session(),
        TableSpec.of(file(task + ".csv", rows(task)))
            .header(true)
            .label("target")
            .task(task)
            .build());
  }

  private static Stream<String> rows(Task task) {
    Random random = new Random(5);
    Stream.Builder<String> rows = Stream.builder();
    rows.add("x,\"" + HOSTILE.replace("\"", "\"\"") + "\",group,target");
    for (int i = 0; i < PREPARED_ROWS; i++) {
      double x = random.nextGaussian();
      double z = 50 + 10 * random.nextGaussian();
      String group = "<b>" + random.nextInt(3) + "</b>";
      double score = 2 * x - 0.1 * (z - 50) + 0.5 * random.nextGaussian();
      rows.add(String.format(Locale.ROOT, "%.6f,%.6f,%s,%s", x, z, group, label(task, score)));
    }
    return rows.build();
  }

  private static Object label(Task task, double score) {
    return switch (task) {
      case BINARY -> score > 0 ? "yes" : "no";
      case MULTICLASS -> score > 1 ? "high" : score < -1 ? "low" : "middle";
      default -> 1000 + 100 * score;
    };
  }

  /** Every file below a folder, by its path from there. */
  public static List<String> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
