package org.sparkradam.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.ml.internal.fit.Outcome;

/**
 * A pipeline whose last estimator is a stage of this library, under many param maps: the stages
 * before it are fitted once for all maps that say the same of them, the last one in lock-step.
 */
record LockstepPipeline(Pipeline pipeline) {
  /**
   * @throws IllegalArgumentException if the last estimator is another
   */
  LockstepPipeline {
    lockstepStage(pipeline);
  }

  List<Outcome<PipelineModel>> models(Dataset<?> table, ParamMap... maps) {
    Map<Set<ParamPair<?>>, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < maps.length; i++) {
      groups.computeIfAbsent(before(maps[i]), key -> new ArrayList<>()).add(i);
    }
    List<Outcome<PipelineModel>> models = new ArrayList<>(Collections.nCopies(maps.length, null));
    for (List<Integer> group : groups.values()) {
      List<Pipeline> copies = group.stream().map(i -> pipeline.copy(maps[i])).toList();
      List<Outcome<PipelineModel>> ofGroup = fitted(lockstepStage(copies.get(0)), copies, table);
      for (int k = 0; k < group.size(); k++) {
        models.set(group.get(k), ofGroup.get(k));
      }
    }
    return models;
  }

  /** What a map says of other stages than the last estimator. */
  private Set<ParamPair<?>> before(ParamMap map) {
    String last = lockstepStage(pipeline).uid();
    return ScalaCollections.<ParamPair<?>>asJava(map.toSeq()).stream()
        .filter(pair -> !pair.param().parent().equals(last))
        .collect(Collectors.toSet());
  }

  /**
   * @param first of the copies' last estimators, for its type
   * @param copies that differ in their last estimator alone
   */
  private static <M extends Model<M>> List<Outcome<PipelineModel>> fitted(
      LockstepStage<M> first, List<Pipeline> copies, Dataset<?> table) {
    int at = lastEstimator(copies.get(0));
    copies.get(0).transformSchema(table.schema());
    PipelineModel before =
        new Pipeline().setStages(Arrays.copyOf(copies.get(0).getStages(), at)).fit(table);
    Dataset<Row> prepared = before.transform(table);
    List<LockstepStage<M>> stages = copies.stream().map(copy -> alike(copy, first)).toList();
    List<Outcome<M>> trained = LockstepModels.fitted(stages, prepared);
    List<Outcome<PipelineModel>> models = new ArrayList<>();
    for (int k = 0; k < copies.size(); k++) {
      Pipeline copy = copies.get(k);
      models.add(trained.get(k).map(model -> joined(copy, before, model, table)));
    }
    return models;
  }

  /** As Spark makes it of stages that need not be fitted any more. */
  private static PipelineModel joined(
      Pipeline pipeline, PipelineModel before, Model<?> model, Dataset<?> table) {
    PipelineStage[] stages = pipeline.getStages();
    int at = lastEstimator(pipeline);
    PipelineStage[] fitted =
        Stream.of(
                Arrays.<PipelineStage>stream(before.stages()),
                Stream.<PipelineStage>of(model),
                Arrays.stream(stages).skip(at + 1L))
            .flatMap(part -> part)
            .toArray(PipelineStage[]::new);
    PipelineModel joined = new Pipeline(pipeline.uid()).setStages(fitted).fit(table);
    return joined.setParent(pipeline);
  }

  @SuppressWarnings("unchecked") // copies of one pipeline have stages of one class
  private static <M extends Model<M>> LockstepStage<M> alike(
      Pipeline copy, LockstepStage<M> first) {
    return (LockstepStage<M>) first.getClass().cast(lockstepStage(copy));
  }

  static LockstepStage<?> lockstepStage(Pipeline pipeline) {
    int at = lastEstimator(pipeline);
    if (at >= 0 && pipeline.getStages()[at] instanceof LockstepStage<?> stage) {
      return stage;
    }
    throw new IllegalArgumentException(
        "estimator must be a pipeline whose last estimator is a stage of org.sparkradam.ml, but"
            + " its last was "
            + (at < 0 ? "none" : pipeline.getStages()[at].getClass().getSimpleName()));
  }

  private static int lastEstimator(Pipeline pipeline) {
    PipelineStage[] stages = pipeline.getStages();
    int at = stages.length - 1;
    while (at >= 0 && !(stages[at] instanceof Estimator)) {
      at--;
    }
    return at;
  }
}
