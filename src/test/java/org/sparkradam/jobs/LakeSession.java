package org.sparkradam.jobs;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.sparkradam.testing.LocalSpark;
import scala.Function1;
import scala.runtime.BoxedUnit;

/** A session of the application's, as users of Delta and Iceberg set theirs up. */
final class LakeSession {
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";
  private static final String ICEBERG =
      "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions";

  private LakeSession() {}

  /**
   * The active session until {@link #end}.
   *
   * @param folder which is to hold Iceberg's {@code warehouse}
   */
  static SparkSession started(Path folder) throws ReflectiveOperationException {
    LocalSpark.session();
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
    SparkSession session =
        SparkSession.builder()
            .withExtensions(extension(DELTA))
            .withExtensions(extension(ICEBERG))
            .getOrCreate();
    for (String catalog : new String[] {"lake", "default_iceberg"}) {
      String setting = "spark.sql.catalog." + catalog;
      session.conf().set(setting, "org.apache.iceberg.spark.SparkCatalog");
      session.conf().set(setting + ".type", "hadoop");
      session.conf().set(setting + ".warehouse", folder + "/warehouse");
    }
    session
        .conf()
        .set("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    return session;
  }

  static void end() {
    SparkSession.setActiveSession(LocalSpark.session());
    SparkSession.setDefaultSession(LocalSpark.session());
  }

  @SuppressWarnings("unchecked") // an extension is such a function
  private static Function1<SparkSessionExtensions, BoxedUnit> extension(String name)
      throws ReflectiveOperationException {
    return (Function1<SparkSessionExtensions, BoxedUnit>)
        Class.forName(name).asSubclass(Function1.class).getConstructor().newInstance();
  }
}
