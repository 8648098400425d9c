package org.sparkradam.fit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.classification.ClassificationModel;
import org.apache.spark.ml.feature.IndexToString;
import org.sparkradam.table.ScoringTable;
import org.sparkradam.table.TableSchema;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.Task;

/**
 * A saved pipeline that predicts.
 *
 * @param schema of the table that it was trained on, as far as it is known
 */
public record LoadedPipeline(
    PipelineModel pipeline, PredictionModel<?, ?> model, TableSchema schema) {
  /**
   * Loads a pipeline, of this library or any other of Spark's stages.
   *
   * @param path of the pipeline, or of the output of a fit
   * @throws BadInputException if there is none that predicts
   */
  public static LoadedPipeline load(Configuration hadoop, String path) {
    Path folder = folder(hadoop, path);
    PipelineModel pipeline = pipeline(folder.toString(), path);
    TableSchema written =
        SchemaFile.read(hadoop, folder).orElseGet(() -> ScoringTable.schemaOf(pipeline));
    TableSchema schema = ScoringTable.withListed(written, pipeline);
    return Stream.of(pipeline.stages())
        .filter(PredictionModel.class::isInstance)
        .reduce((first, second) -> second)
        .map(model -> new LoadedPipeline(pipeline, (PredictionModel<?, ?>) model, schema))
        .orElseThrow(
            () ->
                new BadInputException(
                    "%s: none of the pipeline's stages predicts".formatted(path)));
  }

  private static Path folder(Configuration hadoop, String path) {
    try {
      return Stream.of(new Path(path, FitFiles.MODEL), new Path(path))
          .filter(folder -> holdsModel(hadoop, folder))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadInputException(
                      ("%s: there is no saved pipeline; name the --out of train, or a"
                              + " folder that PipelineModel.save has written")
                          .formatted(path)));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static boolean holdsModel(Configuration hadoop, Path folder) {
    try {
      return folder.getFileSystem(hadoop).exists(new Path(folder, "metadata"));
    } catch (IOException e) {
      throw new BadInputException("%s cannot be read (%s)".formatted(folder, e.getMessage()), e);
    }
  }

  private static PipelineModel pipeline(String folder, String path) {
    try {
      return PipelineModel.load(folder);
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new BadInputException("%s: no pipeline model: %s".formatted(path, why), e);
    }
  }

  /** What is predicted. */
  public Task task() {
    if (model instanceof ClassificationModel<?, ?> classes) {
      return classes.numClasses() == 2 ? Task.BINARY : Task.MULTICLASS;
    }
    return Task.REGRESSION;
  }

  /** By class: as the pipeline spells them, or else their numbers; none in a regression. */
  public List<String> classNames() {
    int count = model instanceof ClassificationModel<?, ?> classes ? classes.numClasses() : 0;
    return labels()
        .map(stage -> List.of(stage.getLabels()))
        .orElseGet(() -> IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  /** The columns that the model adds. */
  PredictedColumns added() {
    return PredictedColumns.of(model);
  }

  /** The names that a table must not have: those of what predictions add to it. */
  Stream<String> written() {
    Stream<String> spelled = labels().map(IndexToString::getOutputCol).stream();
    return Stream.of(Stream.of(added().prediction()), added().vectors(), spelled)
        .flatMap(names -> names);
  }

  /** The stage that spells what is predicted. */
  private Optional<IndexToString> labels() {
    return Stream.of(pipeline.stages())
        .filter(IndexToString.class::isInstance)
        .map(IndexToString.class::cast)
        .filter(stage -> stage.isDefined(stage.labels()))
        .filter(stage -> stage.getInputCol().equals(model.getPredictionCol()))
        .findFirst();
  }
}
