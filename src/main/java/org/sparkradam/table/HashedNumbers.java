package org.sparkradam.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Finds the buckets that numbers are hashed into, which depend on their columns only. */
final class HashedNumbers {
  private HashedNumbers() {}

  /** The columns of numbers by their bucket; several have a + between them. */
  static Map<Integer, String> names(FeaturePlan plan, PipelineModel fitted) {
    List<FeatureColumn> numbers = plan.scalars();
    if (numbers.isEmpty()) {
      return Map.of();
    }
    FeatureHasher hasher =
        Stream.of(fitted.stages())
            .filter(FeatureHasher.class::isInstance)
            .map(FeatureHasher.class::cast)
            .findFirst()
            .orElseThrow();
    Map<Integer, String> names = new TreeMap<>();
    List<Row> hashed =
        hasher
            .transform(
                SparkSession.active()
                    .createDataFrame(ones(hasher, numbers), schema(hasher, numbers)))
            .select(hasher.getOutputCol())
            .collectAsList();
    for (int i = 0; i < numbers.size(); i++) {
      int bucket = hashed.get(i).<Vector>getAs(0).argmax();
      names.merge(bucket, numbers.get(i).name(), (one, other) -> one + "+" + other);
    }
    return names;
  }

  /** A row for each number, in which it alone has a value. */
  private static List<Row> ones(FeatureHasher hasher, List<FeatureColumn> numbers) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      Object[] values = new Object[hasher.getInputCols().length];
      values[i] = 1.0;
      rows.add(RowFactory.create(values));
    }
    return rows;
  }

  /** The numbers come first among the columns that are hashed. */
  private static StructType schema(FeatureHasher hasher, List<FeatureColumn> numbers) {
    StructType schema = new StructType();
    for (String column : hasher.getInputCols()) {
      boolean isNumber = schema.size() < numbers.size();
      schema = schema.add(column, isNumber ? DataTypes.DoubleType : DataTypes.StringType);
    }
    return schema;
  }
}
