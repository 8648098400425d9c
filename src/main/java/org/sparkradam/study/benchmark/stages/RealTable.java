package org.sparkradam.study.benchmark.stages;

import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.RFormulaModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The tables of data/README.md, read as they come: nothing is scaled. */
enum RealTable {
  FLIGHTS(
      "flights.parquet", "late15 ~ source + carrier + origin + dest + month + hour + distance") {
    @Override
    Dataset<Row> read(SparkSession spark, String folder) {
      return spark
          .read()
          .parquet(file(folder))
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
  ADULT("adult-train.csv.gz", "label ~ . - _c14") {
    @Override
    Dataset<Row> read(SparkSession spark, String folder) {
      return spark
          .read()
          .option("inferSchema", true)
          .option("ignoreLeadingWhiteSpace", true)
          .csv(file(folder))
          .withColumn("label", functions.expr("cast(_c14 like '>50K%' as double)"));
    }
  },
  COVTYPE("covtype_100k.csv.gz", "label ~ .") {
    @Override
    Dataset<Row> read(SparkSession spark, String folder) {
      Dataset<Row> table =
          spark.read().option("header", true).option("inferSchema", true).csv(file(folder));
      return table.withColumnRenamed(table.columns()[table.columns().length - 1], "label");
    }
  },
  LETTER("letter.csv.gz", "_c0 ~ .") {
    @Override
    Dataset<Row> read(SparkSession spark, String folder) {
      return spark.read().option("inferSchema", true).csv(file(folder));
    }
  },
  BEIJING(
      "beijing_air.csv.gz",
      "pm25 ~ station + wd + year + month + day + hour + SO2 + NO2 + CO + O3 + TEMP + PRES + DEWP"
          + " + RAIN + WSPM") {
    @Override
    Dataset<Row> read(SparkSession spark, String folder) {
      return spark
          .read()
          .option("header", true)
          .option("nullValue", "NA")
          .option("inferSchema", true)
          .csv(file(folder))
          .withColumnRenamed("PM2.5", "pm25")
          .drop("PM10", "No")
          .na()
          .drop();
    }
  },
  A9A("a9a.libsvm.gz", null) {
    @Override
    Dataset<Row> read(SparkSession spark, String folder) {
      return spark
          .read()
          .format("libsvm")
          .option("numFeatures", 123)
          .load(file(folder))
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

  String file(String folder) {
    return new Path(folder, file).toString();
  }

  abstract Dataset<Row> read(SparkSession spark, String folder);

  /** Reads the table and encodes its texts, as the training rows have them. */
  Rows rows(SparkSession spark, String folder, int partitions) {
    Dataset<Row>[] parts =
        read(spark, folder)
            .repartition(partitions)
            .randomSplit(new double[] {1 - TEST_SHARE, TEST_SHARE}, SPLIT_SEED);
    Rows rows = new Rows(encoded(parts[0], parts[0]).cache(), encoded(parts[0], parts[1]).cache());
    rows.training().count();
    rows.test().count();
    return rows;
  }

  private Dataset<Row> encoded(Dataset<Row> training, Dataset<Row> table) {
    if (formula == null) {
      return table.select("label", "features");
    }
    RFormulaModel model =
        new RFormula()
            .setFormula(formula)
            .setLabelCol("y")
            .setFeaturesCol("features")
            .setHandleInvalid("keep")
            .setForceIndexLabel(this == LETTER)
            .fit(training);
    return model.transform(table).selectExpr("cast(y as double) label", "features");
  }
}
