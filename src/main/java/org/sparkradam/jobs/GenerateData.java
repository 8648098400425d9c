package org.sparkradam.jobs;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.Task;
import org.sparkradam.table.synthetic.BestLoss;
import org.sparkradam.table.synthetic.ClickSpec;
import org.sparkradam.table.synthetic.ClickTable;
import org.sparkradam.table.synthetic.SyntheticSpec;
import org.sparkradam.table.synthetic.SyntheticTable;
import org.sparkradam.table.synthetic.Target;
import picocli.CommandLine.Option;

/** Writes a synthetic table as Parquet, with its best possible loss beside it. */
public final class GenerateData implements Job {
  private static final String TABLE = "table";
  private static final String CLICKS = "clicks";
  private static final SyntheticSpec DEFAULTS = SyntheticSpec.of(Target.Classes.BINARY);

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "table: columns whose number and task the options say; clicks: a day, 13 counts and 26"
              + " categories of up to a million levels, few rows positive; default ${DEFAULT-VALUE}")
  String kind = TABLE;

  @Option(names = "--rows", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
  long rows = DEFAULTS.rows();

  @Option(
      names = "--numeric",
      paramLabel = "N",
      description = "numeric columns, on very different scales; default ${DEFAULT-VALUE}")
  int numeric = DEFAULTS.numeric();

  @Option(
      names = "--categorical",
      paramLabel = "N",
      description = "text columns, their categories skewed; default ${DEFAULT-VALUE}")
  int categorical = DEFAULTS.categorical();

  @Option(
      names = "--missing",
      paramLabel = "F",
      description =
          "share of missing values in every fifth numeric column; default ${DEFAULT-VALUE}")
  double missing = DEFAULTS.missing();

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = "binary, multiclass or regression; default ${DEFAULT-VALUE}")
  Task task = Task.BINARY;

  @Option(names = "--classes", paramLabel = "N", description = "default 2, or 5 with multiclass")
  Integer classes;

  @Option(
      names = "--rare-fraction",
      paramLabel = "F",
      description =
          "share of the last class; default 0.1, or 0.02 with multiclass, or 0.03 of clicks")
  Double rareFraction;

  @Option(
      names = "--label-noise",
      paramLabel = "F",
      description = "probability that a label gives way to another; default ${DEFAULT-VALUE}")
  double labelNoise;

  @Option(
      names = "--noise",
      paramLabel = "σ",
      description = "standard deviation of a regression's noise; default ${DEFAULT-VALUE}")
  double noise = Target.Regression.DEFAULT.noise();

  @Option(
      names = "--drift",
      paramLabel = "F",
      description = "how far the coefficients turn over time, 0 to 1; default 0, or 0.25 of clicks")
  Double drift;

  @Option(names = "--days", paramLabel = "N", description = "of clicks; default ${DEFAULT-VALUE}")
  int days = ClickSpec.DEFAULT.days();

  @Option(names = "--seed", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
  long seed = DEFAULTS.seed();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "files to write; default one every 250,000 rows")
  int partitions;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "the table's folder, any Hadoop path")
  String out;

  @Option(names = "--overwrite", description = "replace a table that is there")
  boolean overwrite;

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  public static void main(String[] arguments) {
    JobRunner.main(new GenerateData(), arguments);
  }

  @Override
  public String title() {
    return "generate-data";
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  public void check() {
    switch (kind) {
      case TABLE -> table();
      case CLICKS -> clicks();
      default -> throw new BadInputException("--kind " + kind + ": must be one of table, clicks");
    }
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    SaveMode mode = overwrite ? SaveMode.Overwrite : SaveMode.ErrorIfExists;
    spark.sparkContext().setJobDescription("generating " + out);
    BestLoss best =
        kind.equals(CLICKS)
            ? ClickTable.write(spark, clicks(), out, mode)
            : SyntheticTable.write(spark, table(), out, mode);
    System.out.printf(
        Locale.ROOT,
        "%,d rows in %s; no model can expect a %s below %.6f (its _truth.json says more)%n",
        rows,
        out,
        best.loss().replace('_', ' '),
        best.value());
  }

  private ClickSpec clicks() {
    require(CLICKS, "--numeric", numeric == DEFAULTS.numeric());
    require(CLICKS, "--categorical", categorical == DEFAULTS.categorical());
    require(CLICKS, "--missing", missing == DEFAULTS.missing());
    require(CLICKS, "--task", task == Task.BINARY);
    require(CLICKS, "--classes", classes == null);
    require(CLICKS, "--label-noise", labelNoise == 0);
    require(CLICKS, "--noise", noise == Target.Regression.DEFAULT.noise());
    ClickSpec defaults = ClickSpec.DEFAULT;
    return new ClickSpec(
        rows,
        days,
        or(rareFraction, defaults.clicked()),
        or(drift, defaults.drift()),
        seed,
        partitions);
  }

  private SyntheticSpec table() {
    require(TABLE, "--days", days == ClickSpec.DEFAULT.days());
    return new SyntheticSpec(
        rows,
        numeric,
        categorical,
        missing,
        target(),
        or(drift, DEFAULTS.drift()),
        seed,
        partitions);
  }

  /** Refuses an option that only the other kind has. */
  private static void require(String kind, String option, boolean asItWas) {
    if (!asItWas) {
      throw new BadInputException(option + ": --kind " + kind + " has none; leave it out");
    }
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private Target target() {
    return switch (task) {
      case BINARY -> classes(Target.Classes.BINARY);
      case MULTICLASS -> classes(Target.Classes.MULTICLASS);
      case REGRESSION -> regression();
      case AUTO ->
          throw new BadInputException("--task auto: must be binary, multiclass or regression");
    };
  }

  private Target regression() {
    if (classes != null || rareFraction != null || labelNoise != 0) {
      throw new BadInputException(
          "--classes, --rare-fraction and --label-noise need --task binary or multiclass;"
              + " a regression has --noise");
    }
    return new Target.Regression(noise);
  }

  private Target classes(Target.Classes defaults) {
    return new Target.Classes(
        or(classes, defaults.classes()), or(rareFraction, defaults.rareFraction()), labelNoise);
  }
}
