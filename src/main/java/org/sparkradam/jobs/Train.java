package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.fit.ConsoleProgress;
import org.sparkradam.fit.Fit;
import org.sparkradam.fit.FitFiles;
import org.sparkradam.fit.FitPage;
import org.sparkradam.fit.FitReport;
import org.sparkradam.fit.FitSpec;
import org.sparkradam.fit.FittedModel;
import org.sparkradam.fit.RareClassPenalty;
import org.sparkradam.fit.SchemaFacts;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.ReportFiles;
import org.sparkradam.report.RunDescription;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits one model to a table, saves it with its feature preparation, and reports. */
public final class Train implements Job {
  @Mixin TableOptions table = new TableOptions();

  @Mixin ModelOptions model = new ModelOptions();

  @Mixin FitOptions fit = new FitOptions();

  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  public static void main(String[] arguments) {
    JobRunner.main(new Train(), arguments);
  }

  @Override
  public String title() {
    return "train";
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  public void check() {
    table.check();
    model.check();
    fit.check();
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    OutputFolder folder = output.prepare(title(), spark.sparkContext().hadoopConfiguration());
    InputTable input = InputTable.of(table, spark);
    PreparedTable prepared = prepared(spark, input);
    try {
      persist(spark, prepared);
      FittedModel fitted = fitted(spark, prepared);
      FitFiles files = new FitFiles(folder);
      long bytes = files.writeModel(spark.sparkContext().hadoopConfiguration(), fitted);
      phase(
          spark,
          String.format(Locale.ROOT, "trained in %.1f s; measuring on all rows", fitted.seconds()));
      FitReport report = FitReport.of(fitted);
      TrainReport told = new TrainReport(this, input, fitted, bytes);
      files.write(report, told.description(arguments), told.facts());
      new FitPage(report).console().forEach(System.out::println);
      System.out.printf(
          Locale.ROOT, "model: %s (%,d bytes)%n", folder.location(FitFiles.MODEL), bytes);
    } finally {
      prepared.rows().unpersist();
    }
    System.out.println("report: " + folder.location(ReportFiles.PAGE));
  }

  /** Features are made once, and what they were made of is released. */
  private static void persist(SparkSession spark, PreparedTable prepared) {
    try (prepared) {
      phase(spark, "making features");
      prepared.rows().persist(StorageLevel.MEMORY_AND_DISK()).count();
    }
  }

  PreparedTable prepared(SparkSession spark, InputTable input) {
    phase(spark, "reading, checking and preparing " + input.title());
    PreparedTable prepared = TablePreparation.prepare(spark, input.spec(model.task(table.task)));
    prepared.notes().forEach(System.out::println);
    SchemaFacts.lines(prepared.check(), "test rows").forEach(System.out::println);
    return prepared;
  }

  FittedModel fitted(SparkSession spark, PreparedTable prepared) {
    ModelSpec kind = model.model(prepared);
    FitSpec spec = fit.spec(kind, prepared, table.weight);
    Fit.check(spec);
    fit.penalty(kind, prepared).map(RareClassPenalty::reason).ifPresent(System.out::println);
    phase(spark, "training a " + kind.title());
    return Fit.of(prepared, spec, ConsoleProgress.of(spark));
  }

  private static void phase(SparkSession spark, String what) {
    System.out.println(what);
    spark.sparkContext().setJobDescription(what);
  }

  /**
   * What the files of a fit say of the command, the table and the machine behind it.
   *
   * @param modelBytes what the folder of the pipeline holds
   */
  private record TrainReport(Train job, InputTable input, FittedModel fitted, long modelBytes) {

    RunDescription description(List<String> arguments) {
      return RunDescription.of(
          input.name(),
          TableReport.settings(facts(), fitted.table()),
          CommandLineText.of("spark-jobs/" + job.title(), arguments),
          Versions.footer());
    }

    /** Every setting, as run.json holds it. */
    Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("job", job.title());
      facts.put("versions", Versions.all());
      facts.putAll(
          new TableReport(job.table, input, fitted.table()).facts(fitted.done().fingerprint()));
      facts.put("model", fitted.model().getClass().getName());
      facts.put("stage", fitted.params());
      facts.put("batchSize", fitted.done().batchSize());
      facts.put("steps", fitted.done().steps());
      facts.put("trainedOn", fitted.done().place().title());
      facts.put("seconds", fitted.seconds());
      facts.put("modelBytes", modelBytes);
      return facts;
    }
  }
}
