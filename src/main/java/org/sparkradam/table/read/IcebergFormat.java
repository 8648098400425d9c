package org.sparkradam.table.read;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;

/** Apache Iceberg, in a catalog or at a path. */
final class IcebergFormat implements FormatTraits {
  private static final String MAIN = "main";

  @Override
  public boolean isAt(String folder, TableFiles files) {
    return files.holds(folder, "metadata/*.metadata.json") && files.holds(folder, "data");
  }

  @Override
  public boolean isColumnar() {
    return true;
  }

  @Override
  public Optional<Snapshot> newest(
      SparkSession session, SourceOptions options, TableLocation location) {
    String reference = options.get("branch").or(() -> options.get("tag")).orElse(MAIN);
    return references(session, location, reference).stream()
        .map(row -> Snapshot.version(row.<Long>getAs("snapshot_id")))
        .findFirst()
        .or(() -> refuseUnknown(location, reference));
  }

  private static List<Row> references(SparkSession session, TableLocation location, String name) {
    try {
      return references(session, location).where(col("name").equalTo(name)).collectAsList();
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(
          location.title() + ": cannot be read as iceberg: " + Causes.oneLine(e), e);
    }
  }

  private static Dataset<Row> references(SparkSession session, TableLocation location) {
    return location
        .table()
        .map(name -> session.table(name + ".refs"))
        .orElseGet(
            () -> {
              String path = location.paths().get(0);
              String refs = path.contains("/") ? path + "#refs" : path + ".refs";
              return session.read().format("iceberg").load(refs);
            });
  }

  /** The main branch is not there before anything was written. */
  private static Optional<Snapshot> refuseUnknown(TableLocation location, String reference) {
    if (reference.equals(MAIN)) {
      return Optional.empty();
    }
    throw new BadInputException(
        location.title() + ": there is no branch or tag named " + reference);
  }

  @Override
  public boolean isOfCatalogs() {
    return true;
  }
}
