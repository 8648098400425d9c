package org.sparkradam.jobs;

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

/** Tables of a few hundred rows, written into a folder. */
record SmallTables(Path folder) {
  private static final int ROWS = 240;

  /** A file of these lines; its path. */
  String file(String name, Stream<String> lines) {
    try {
      return Files.write(folder.resolve(name), lines.toList()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String file(String name, String... lines) {
    return file(name, Stream.of(lines));
  }

  /** Columns x, y and c, which is text, and a label of these values that x tells. */
  String csv(String name, List<String> labels) {
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
  String libsvm(String name, long seed) {
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
  String csvThatEndsIn(String name, String... last) {
    Stream<String> good = IntStream.range(0, 60).mapToObj(i -> i + "," + i % 7 + "," + i % 2);
    return file(
        name, Stream.of(Stream.of("x,y,label"), good, Stream.of(last)).flatMap(lines -> lines));
  }

  /** Every file below a folder, by its path from there. */
  static List<String> below(Path folder) {
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
