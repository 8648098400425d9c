package org.sparkradam.ml;

import java.util.Arrays;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.train.DivergenceException;

/**
 * Stands for an estimator in Spark's own cross-validation, which asks for the models of a fold one
 * by one: asked for the first, it trains all of them. Thread-safe.
 *
 * @param <M> the models
 */
final class LockstepEstimator<M extends Model<M>> extends Estimator<M> {
  private static final long serialVersionUID = 1L;

  private final transient Estimator<M> estimator;
  private final transient Estimator<M> onFolds;
  private final transient ParamMap[] maps;
  private final transient Dataset<?> whole;
  private final transient ThreadLocal<ParamMap> lastMap = new ThreadLocal<>();
  private transient Dataset<?> fold;
  private transient LockstepModels<M> models;

  /**
   * @param estimator of the best map's model
   * @param onFolds the same for the models of folds
   * @param maps those that Spark goes through
   * @param whole the table that the best map alone is fitted on
   */
  LockstepEstimator(
      Estimator<M> estimator, Estimator<M> onFolds, ParamMap[] maps, Dataset<?> whole) {
    this.estimator = estimator;
    this.onFolds = onFolds;
    this.maps = maps.clone();
    this.whole = whole;
  }

  /** A fit that diverges has a {@link DivergedModel}, since the others go on. */
  @Override
  public M fit(Dataset<?> table, ParamMap map) {
    if (table == whole) {
      return estimator.fit(table, map);
    }
    lastMap.set(map);
    try {
      return onFold(table).model(Arrays.asList(maps).indexOf(map));
    } catch (DivergenceException e) {
      return DivergedModel.of(e);
    }
  }

  /**
   * The map of a fold's model that this thread asked for last, which is that of the model whose
   * rows it evaluates: Spark does both in one thread.
   */
  ParamMap lastMap() {
    return lastMap.get();
  }

  private synchronized LockstepModels<M> onFold(Dataset<?> table) {
    if (table != fold) {
      fold = table;
      models = LockstepModels.of(onFolds, table, maps);
    }
    return models;
  }

  @Override
  public M fit(Dataset<?> table) {
    return estimator.fit(table);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return estimator.transformSchema(schema);
  }

  @Override
  public Estimator<M> copy(ParamMap extra) {
    return estimator.copy(extra);
  }

  @Override
  public String uid() {
    return estimator.uid();
  }

  /** Stands for the model of a fit that diverged, in a cross-validation that goes on without it. */
  static final class DivergedModel extends Model<DivergedModel> {
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
}
