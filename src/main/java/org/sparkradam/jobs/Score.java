package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.report.Json;
import org.sparkradam.study.OutputFolder;
import org.sparkradam.study.fit.FitConsole;
import org.sparkradam.study.fit.LabelledRows;
import org.sparkradam.study.fit.LoadedPipeline;
import org.sparkradam.study.fit.Measured;
import org.sparkradam.study.fit.PredictionFormat;
import org.sparkradam.study.fit.Predictions;
import org.sparkradam.study.fit.SchemaFacts;
import org.sparkradam.table.BadInputException;
import org.sparkradam.table.ScoringTable;
import org.sparkradam.table.TableSpecBuilder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts the rows of a table with a saved pipeline. */
public final class Score implements Job {
  private static final String PREDICTIONS = "predictions";

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "the --out of train, or any folder that a PipelineModel was saved in")
  String model;

  @Option(names = "--data", paramLabel = "PATH", required = true, description = "the table")
  String data;

  @Mixin ReadingOptions reading = new ReadingOptions();

  @Option(
      names = "--label",
      paramLabel = "COL",
      description = "to compare with, where there is one; default that of the training table")
  String label;

  @Option(
      names = "--output-format",
      paramLabel = "FORMAT",
      description = "parquet or csv; default parquet")
  PredictionFormat format = PredictionFormat.PARQUET;

  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  public static void main(String[] arguments) {
    JobRunner.main(new Score(), arguments);
  }

  @Override
  public String title() {
    return "score";
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  public void check() {}

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    OutputFolder folder = output.prepare(title(), hadoop);
    LoadedPipeline pipeline = LoadedPipeline.load(hadoop, model);
    TimeZoneOfTraining.of(pipeline.schema())
        .during(spark, () -> run(spark, arguments, folder, pipeline));
  }

  private void run(
      SparkSession spark, List<String> arguments, OutputFolder folder, LoadedPipeline pipeline) {
    ScoringTable table = table(spark, pipeline);
    Predictions predictions = Predictions.of(pipeline, table.rows());
    System.out.println("predicting");
    predictions.write(format, folder.location(PREDICTIONS));
    long rows = table.check().rows();
    Map<String, Object> facts = facts(arguments, pipeline, table);
    folder.write("run.json", Json.pretty(facts));
    System.out.printf(Locale.ROOT, "%,d rows: %s%n", rows, folder.location(PREDICTIONS));
    LabelledRows labelled = LabelledRows.of(predictions, labelOf(pipeline));
    labelled.notes().forEach(System.out::println);
    labelled.metrics().ifPresent(metrics -> tell(metrics, facts, folder));
  }

  ScoringTable table(SparkSession spark, LoadedPipeline pipeline) {
    System.out.println("reading and checking " + data);
    TableSpecBuilder spec = reading.of(data).label(labelOf(pipeline));
    ScoringTable table = ScoringTable.read(spark, spec, pipeline.pipeline(), pipeline.schema());
    requireLabel(table);
    table.bad().forEach(rows -> System.out.println("left out: " + rows));
    SchemaFacts.lines(table.check(), "table").forEach(System.out::println);
    return table;
  }

  /** A label that was asked for has to be there; that of training need not. */
  private void requireLabel(ScoringTable table) {
    if (label != null && !List.of(table.rows().columns()).contains(label)) {
      throw new BadInputException(
          "--label %s: there is no such column; leave the option out to score without labels"
              .formatted(label));
    }
  }

  private static void tell(
      Map<String, Measured> metrics, Map<String, Object> facts, OutputFolder folder) {
    facts.put("metrics", metrics);
    folder.write("run.json", Json.pretty(facts));
    System.out.println(FitConsole.of(metrics));
  }

  String labelOf(LoadedPipeline pipeline) {
    return label == null ? pipeline.model().getLabelCol() : label;
  }

  private Map<String, Object> facts(
      List<String> arguments, LoadedPipeline pipeline, ScoringTable table) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", title());
    facts.put("versions", Versions.all());
    facts.put("command", CommandLineText.of("spark-jobs/" + title(), arguments));
    facts.put("model", model);
    facts.put("modelClass", pipeline.model().getClass().getName());
    facts.put("classes", pipeline.classNames());
    facts.put("data", data);
    facts.put("rows", table.check().rows());
    facts.put("badRows", table.bad());
    facts.put("schemaCheck", SchemaFacts.of(table.check()));
    facts.put("metrics", null);
    return facts;
  }
}
