package org.sparkradam.jobs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.fit.ConsoleProgress;
import org.sparkradam.study.variance.GradientNoise;
import org.sparkradam.study.variance.Simulation;
import org.sparkradam.study.variance.SimulationResult;
import org.sparkradam.study.variance.SimulationSpec;
import org.sparkradam.study.variance.VarianceReport;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates the variance of the adaptive rate with and without RAdam's rectifier, and reports. */
public final class SimulateVariance extends StudyJob {
  private static final int MOST_PARTITIONS = 10_000;

  @Option(
      names = "--trajectories",
      paramLabel = "N",
      description = "runs to simulate; default ${DEFAULT-VALUE}")
  int trajectories = SimulationSpec.PAPER.trajectories();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "gradients of each; default ${DEFAULT-VALUE}")
  int steps = SimulationSpec.PAPER.steps();

  @Option(
      names = "--means",
      paramLabel = "LIST",
      split = ",",
      description = "means of the gradients, 0 always among them; default 0,0.001,0.01,0.1,1,10")
  double[] means = SimulationSpec.PAPER.means().stream().mapToDouble(mean -> mean).toArray();

  @Option(
      names = "--beta2",
      paramLabel = "B",
      description = "decay of the second moment; default ${DEFAULT-VALUE}")
  double beta2 = SimulationSpec.PAPER.beta2();

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      description =
          "normal, or for heavy tails student3, student5, … (degrees of freedom, above 2), scaled to"
              + " variance 1; default ${DEFAULT-VALUE}")
  String distribution = SimulationSpec.PAPER.noise().name();

  @Option(names = "--seed", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
  long seed = SimulationSpec.PAPER.seed();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "tasks at a time, on which no result depends; default one a core")
  Integer partitions;

  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  public SimulateVariance() {
    super("simulate-variance");
  }

  public static void main(String[] arguments) {
    JobRunner.main(new SimulateVariance(), arguments);
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  OutputOptions output() {
    return output;
  }

  @Override
  public void check() {
    spec();
    if (partitions != null && (partitions < 1 || partitions > MOST_PARTITIONS)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "--partitions must be from 1 to %d, but was %d",
              MOST_PARTITIONS,
              partitions));
    }
  }

  @Override
  Found study(SparkSession spark, Consumer<Found> early) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int tasks = partitions == null ? context.defaultParallelism() : partitions;
    SimulationResult result = new Simulation(context, tasks, ConsoleProgress.of(spark)).run(spec());
    Map<String, Object> facts = facts(result);
    return new Found(new VarianceReport(result), "simulated gradients", facts, facts);
  }

  private SimulationSpec spec() {
    try {
      return new SimulationSpec(
          trajectories,
          steps,
          Arrays.stream(means).boxed().toList(),
          beta2,
          GradientNoise.parse(distribution),
          seed);
    } catch (BadInputException e) { // Options are called as what they set.
      throw new BadInputException("--" + e.getMessage(), e);
    }
  }

  private Map<String, Object> facts(SimulationResult result) {
    SimulationSpec spec = result.spec();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", title());
    facts.put("versions", Versions.all());
    facts.put("trajectories", spec.trajectories());
    facts.put("steps", spec.steps());
    facts.put("means", spec.means());
    facts.put("beta2", spec.beta2());
    facts.put("distribution", spec.noise().name());
    facts.put("seed", spec.seed());
    facts.put("partitions", result.partitions());
    facts.put("seconds", result.seconds());
    return facts;
  }
}
