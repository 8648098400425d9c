package org.sparkradam.benchmark.stages;

import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.RFormulaModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparkradam.benchmark.TablesFolder;

/** The tables of data/README.md, read as they come: nothing is scaled. */
enum RealTable {
  FLIGHTS(
      "flights.parquet", "late15 ~ source + carrier + origin + dest + month + hour + distance") {
    @Override
    Dataset<Row> read(SparkSession spark, TablesFolder folder) {
      return spark
          .read()
          .parquet(folder.file(file()))
          .selectExpr(
              "cast(late15 as double) late15",
              "source",
              "carrier",
              "origin",
              "dest",
              "cast(month as string) month",
              "cast(floor(dep_time / 100) as string) hour",
              "distance")
          .na()
          .drop();
    }
  },
  ADULT("adult-train.csv.gz", "label ~ .") {
    @Override
    Dataset<Row> read(SparkSession spark, TablesFolder folder) {
      return spark
          .read()
          .option("inferSchema", true)
          .option("ignoreLeadingWhiteSpace", true)
          .csv(folder.file(file()))
          .withColumn("label", functions.expr("cast(_c14 like '>50K%' as double)"))
          .drop("_c14");
    }
  },
  COVTYPE("covtype_100k.csv.gz", "label ~ .") {
    @Override
    Dataset<Row> read(SparkSession spark, TablesFolder folder) {
      Dataset<Row> table =
          spark.read().option("header", true).option("inferSchema", true).csv(folder.file(file()));
      return table.withColumnRenamed(table.columns()[table.columns().length - 1], "label");
    }
  },
  LETTER("letter.csv.gz", "letter ~ .") {
    @Override
    Dataset<Row> read(SparkSession spark, TablesFolder folder) {
      return spark
          .read()
          .option("inferSchema", true)
          .csv(folder.file(file()))
          .withColumnRenamed("_c0", "letter");
    }
  },
  BEIJING(
      "beijing_air.csv.gz",
      "pm25 ~ station + wd + year + month + day + hour + SO2 + NO2 + CO + O3 + TEMP + PRES + DEWP"
          + " + RAIN + WSPM") {
    @Override
    Dataset<Row> read(SparkSession spark, TablesFolder folder) {
      return spark
          .read()
          .option("header", true)
          .option("nullValue", "NA")
          .option("inferSchema", true)
          .csv(folder.file(file()))
          .withColumnRenamed("PM2.5", "pm25")
          .drop("PM10", "No")
          .na()
          .drop();
    }
  },
  A9A("a9a.libsvm.gz", null) {
    @Override
    Dataset<Row> read(SparkSession spark, TablesFolder folder) {
      return spark
          .read()
          .format("libsvm")
          .option("numFeatures", 123)
          .load(folder.file(file()))
          .withColumn("label", functions.expr("(label + 1) / 2"));
    }
  };

  private static final double TEST_SHARE = 0.2;
  private static final long SPLIT_SEED = 1;

  private final String file;
  private final String formula;

  /**
   * @param formula of label and features; null where the file has features already
   */
  RealTable(String file, String formula) {
    this.file = file;
    this.formula = formula;
  }

  /** Label and features of a table, cached, split at random. */
  record Rows(Dataset<Row> training, Dataset<Row> test) implements AutoCloseable {
    @Override
    public void close() {
      training.unpersist();
      test.unpersist();
    }
  }

  /** The name of its file. */
  String file() {
    return file;
  }

  abstract Dataset<Row> read(SparkSession spark, TablesFolder folder);

  /** Reads the table and encodes its texts, as the training rows have them. */
  Rows rows(SparkSession spark, TablesFolder folder, int partitions) {
    Dataset<Row>[] parts =
        read(spark, folder)
            .repartition(partitions)
            .randomSplit(new double[] {1 - TEST_SHARE, TEST_SHARE}, SPLIT_SEED);
    Rows rows = formula == null ? new Rows(parts[0], parts[1]) : encoded(parts[0], parts[1]);
    rows.training().cache().count();
    rows.test().cache().count();
    return rows;
  }

  private Rows encoded(Dataset<Row> training, Dataset<Row> test) {
    RFormulaModel model =
        new RFormula()
            .setFormula(formula)
            .setLabelCol("y")
            .setFeaturesCol("features")
            .setHandleInvalid("keep")
            .fit(training);
    return new Rows(encoded(model, training), encoded(model, test));
  }

  private static Dataset<Row> encoded(RFormulaModel model, Dataset<Row> table) {
    return model.transform(table).selectExpr("cast(y as double) label", "features");
  }
}
