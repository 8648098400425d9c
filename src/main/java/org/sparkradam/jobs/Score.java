package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.fit.LabelledPredictions;
import org.sparkradam.fit.LoadedPipeline;
import org.sparkradam.fit.Measured;
import org.sparkradam.fit.PredictionTarget;
import org.sparkradam.fit.Predictions;
import org.sparkradam.fit.SchemaFacts;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.table.ScoringTable;
import org.sparkradam.table.TableSchema;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.TableLocation;
import org.sparkradam.table.read.TableSpecBuilder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts the rows of a table with a saved pipeline. */
public final class Score implements Job {
  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "the --out of train, or any folder that a PipelineModel was saved in")
  String model;

  @Mixin LocationOptions location = new LocationOptions();

  @Mixin ReadingOptions reading = new ReadingOptions();

  @Option(
      names = "--label",
      paramLabel = "COL",
      description = "to compare with, where there is one; default that of the training table")
  String label;

  @Mixin PredictionOptions predictions = new PredictionOptions();

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
  public void check() {
    location.check(reading);
    table();
  }

  private TableLocation table() {
    return location
        .of(reading)
        .orElseThrow(() -> new BadInputException("which table? name it with --data or --table"));
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    OutputFolder folder = output.prepare(title(), hadoop);
    PredictionTarget target = predictions.target(output, folder);
    LoadedPipeline pipeline = loaded(hadoop);
    TimeZoneOfTraining.of(pipeline.schema())
        .during(spark, () -> run(spark, arguments, folder, target, pipeline));
  }

  private void run(
      SparkSession spark,
      List<String> arguments,
      OutputFolder folder,
      PredictionTarget target,
      LoadedPipeline pipeline) {
    ScoringTable table = table(spark, pipeline);
    Predictions predicted = Predictions.of(pipeline, table.rows());
    System.out.println("predicting");
    spark.sparkContext().setJobDescription("predicting");
    predicted.write(target);
    long rows = table.check().rows();
    Map<String, Object> facts = facts(arguments, pipeline, table, target);
    folder.write("run.json", Json.pretty(facts));
    System.out.printf(Locale.ROOT, "%,d rows: %s%n", rows, target.title());
    LabelledPredictions labelled = LabelledPredictions.of(predicted, labelOf(pipeline));
    labelled.notes().forEach(System.out::println);
    labelled.metrics().ifPresent(metrics -> tell(metrics, facts, folder));
  }

  private LoadedPipeline loaded(Configuration hadoop) {
    try {
      return LoadedPipeline.load(hadoop, model);
    } catch (BadInputException e) {
      throw new BadInputException("--model " + e.getMessage(), e);
    }
  }

  ScoringTable table(SparkSession spark, LoadedPipeline pipeline) {
    System.out.println("reading and checking " + table().title());
    TableSpecBuilder spec = reading.of(table()).label(labelOf(pipeline));
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
    Measured.console(metrics).forEach(System.out::println);
  }

  String labelOf(LoadedPipeline pipeline) {
    return label == null ? pipeline.model().getLabelCol() : label;
  }

  private Map<String, Object> facts(
      List<String> arguments,
      LoadedPipeline pipeline,
      ScoringTable table,
      PredictionTarget target) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", title());
    facts.put("versions", Versions.all());
    facts.put("command", CommandLineText.of("spark-jobs/" + title(), arguments));
    facts.put("model", model);
    facts.put("modelClass", pipeline.model().getClass().getName());
    facts.put("classes", pipeline.classNames());
    facts.put("data", table().title());
    facts.put("format", reading.format.name());
    facts.put("options", reading.sourceOptions().shown());
    facts.put("snapshot", table.snapshot().orElse(null));
    facts.put("where", reading.where);
    facts.put("output", predictions.facts(target));
    facts.put("rows", table.check().rows());
    facts.put("badRows", table.bad());
    facts.put("schemaCheck", SchemaFacts.of(table.check()));
    facts.put("metrics", null);
    return facts;
  }

  /**
   * The time zone in which a training table's timestamps were seen: hours, days and texts of them
   * are to mean the same when the model is applied, on whatever machine.
   *
   * @param id as Spark knows it; empty if nobody wrote it down
   */
  private record TimeZoneOfTraining(String id) {
    private static final String SETTING = "spark.sql.session.timeZone";

    static TimeZoneOfTraining of(TableSchema schema) {
      return new TimeZoneOfTraining(schema.timeZone());
    }

    /** Does something in this zone, unless the command asks for another by Spark's own setting. */
    void during(SparkSession spark, Runnable work) {
      String here = spark.conf().get(SETTING);
      if (id.isEmpty() || id.equals(here)) {
        work.run();
      } else if (spark.sparkContext().getConf().contains(SETTING)) {
        String asked = ", and " + SETTING + " asks for " + here;
        System.out.println("WARNING: the model was trained in time zone " + id + asked);
        work.run();
      } else {
        System.out.println("time zone: " + id + ", as in training");
        spark.conf().set(SETTING, id);
        try {
          work.run();
        } finally {
          spark.conf().set(SETTING, here);
        }
      }
    }
  }
}
