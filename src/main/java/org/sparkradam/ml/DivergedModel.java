package org.sparkradam.ml;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.train.DivergenceException;

/** Stands for the model of a fit that diverged, in a cross-validation that goes on without it. */
final class DivergedModel extends Model<DivergedModel> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(DivergedModel.class);

  private final transient DivergenceException failure;

  private DivergedModel(DivergenceException failure) {
    this.failure = failure;
  }

  @SuppressWarnings("unchecked") // for callers that know no more than that it is a model
  static <M extends Model<M>> M of(DivergenceException failure) {
    LOG.warn("{}; it has the worst of all metrics", failure.getMessage());
    return (M) (Model<?>) new DivergedModel(failure);
  }

  DivergenceException failure() {
    return failure;
  }

  /** A table without columns, which no other model gives. */
  @Override
  public Dataset<Row> transform(Dataset<?> table) {
    return table.sparkSession().emptyDataFrame();
  }

  /** Whether a table is what one gave. */
  static boolean isOf(Dataset<?> scored) {
    return scored.columns().length == 0;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema;
  }

  @Override
  public DivergedModel copy(ParamMap extra) {
    return this;
  }

  @Override
  public String uid() {
    return "diverged"; // nobody sees it
  }
}
