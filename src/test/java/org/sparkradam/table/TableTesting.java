package org.sparkradam.table;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.testing.LocalSpark;

/** Writes small tables and prepares them. */
public final class TableTesting {
  private TableTesting() {}

  public static String write(Path folder, String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file with a header, if any, and n lines made of their numbers. */
  public static String write(
      Path folder, String name, String header, int n, IntFunction<String> line) {
    String lines = IntStream.range(0, n).mapToObj(line).collect(Collectors.joining("\n"));
    return write(folder, name, header.isEmpty() ? lines : header + "\n" + lines);
  }

  public static String parquet(Path folder, String select) {
    String path = folder.resolve("table").toString();
    LocalSpark.session().sql(select).coalesce(1).write().mode("overwrite").parquet(path);
    return path;
  }

  public static PreparedTable prepared(TableSpecBuilder spec) {
    return TablePreparation.prepare(LocalSpark.session(), spec.build());
  }

  /** The one line that refuses a table. */
  public static String refusal(TableSpecBuilder spec) {
    BadInputException refused = catchThrowableOfType(BadInputException.class, () -> prepared(spec));
    if (refused == null) {
      throw new AssertionError("the table was not refused");
    }
    if (refused.getMessage().contains("\n")) {
      throw new AssertionError("more than one line: " + refused.getMessage());
    }
    return refused.getMessage();
  }

  public static List<double[]> features(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(row -> row.<Vector>getAs("features").toArray())
        .toList();
  }

  public static List<Double> labels(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getDouble(0)).toList();
  }
}
