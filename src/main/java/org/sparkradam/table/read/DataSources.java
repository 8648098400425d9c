package org.sparkradam.table.read;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.apache.spark.package$;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.v2.FileDataSourceV2;
import org.apache.spark.sql.internal.SQLConf;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;
import scala.util.Properties;

/** Spark's data sources by name, and where those come from that are not there. */
public final class DataSources {
  private static final String NAMES = "libsvm, csv, parquet, orc, json, jdbc";

  private DataSources() {}

  /**
   * Makes sure that Spark knows a data source.
   *
   * @param option that named it
   * @throws BadInputException if Spark does not, with the package to add if that is known
   */
  public static void require(String option, TableFormat format) {
    find(option, format);
  }

  /**
   * Whether a source is of files, so that there is something at a path of it.
   *
   * @throws BadInputException if Spark does not know it
   */
  static boolean isOfFiles(String option, TableFormat format) {
    Class<?> source = find(option, format);
    return FileFormat.class.isAssignableFrom(source)
        || FileDataSourceV2.class.isAssignableFrom(source);
  }

  private static Class<?> find(String option, TableFormat format) {
    try {
      return DataSource.lookupDataSource(format.name(), SQLConf.get());
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(
          "%s %s: there is no such data source; %s".formatted(option, format, remedy(format)), e);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new BadInputException(
          "%s %s: a data source on the class path is not made for this Spark (%s)"
              .formatted(option, format, Causes.oneLine(e)),
          e);
    }
  }

  private static String remedy(TableFormat format) {
    String others = "Spark itself has " + NAMES;
    return coordinates(format)
        .map(name -> "add --packages %s to the options of spark-submit".formatted(name))
        .orElse(others + "; others need their package, by --packages of spark-submit");
  }

  /** What brings a well-known source, for this line of Spark and Scala. */
  private static Optional<String> coordinates(TableFormat format) {
    String version = package$.MODULE$.SPARK_VERSION();
    String line = version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    String scala = Properties.versionNumberString().replaceFirst("\\.\\d+$", "");
    boolean deltaNamesLine = !line.startsWith("3.") && !line.equals("4.0");
    String delta = "delta-spark_" + (deltaNamesLine ? line + "_" : "") + scala;
    return Optional.ofNullable(
        Map.of(
                "avro", "org.apache.spark:spark-avro_%s:%s".formatted(scala, version),
                "delta", "io.delta:%s:VERSION".formatted(delta),
                "iceberg",
                    "org.apache.iceberg:iceberg-spark-runtime-%s_%s:VERSION".formatted(line, scala),
                "hudi", "org.apache.hudi:hudi-spark%s-bundle_%s:VERSION".formatted(line, scala),
                "mongodb", "org.mongodb.spark:mongo-spark-connector_%s:VERSION".formatted(scala))
            .get(format.name()));
  }
}
