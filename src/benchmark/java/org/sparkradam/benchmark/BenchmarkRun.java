package org.sparkradam.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;

/** All parts of the benchmark, or some of them, one after the other. */
public final class BenchmarkRun {
  /** Memory is only ever taken, so that the part which tells how much comes first. */
  private static final List<BenchmarkCase> CASES =
      List.of(
          new SparseCase(),
          new KernelCase(),
          new StepCase(),
          new LockstepCase(),
          new WeightsCase(),
          new FullBatchCase(),
          new RowsCase(),
          new SpilledCase());

  private BenchmarkRun() {}

  /** The names of all parts. */
  public static List<String> names() {
    return CASES.stream().map(BenchmarkCase::name).toList();
  }

  /**
   * The names of all fits.
   *
   * @param withReal whether there are real tables
   */
  public static List<String> fits(boolean withReal) {
    Optional<TablesFolder> folder = Optional.of(new TablesFolder(".")).filter(any -> withReal);
    return fits(1, folder).stream().map(FitCase::name).toList();
  }

  private static List<FitCase> fits(double scale, Optional<TablesFolder> folder) {
    List<FitCase> fits = new ArrayList<>(FitCase.generated(scale));
    folder.map(FitCase::real).ifPresent(fits::addAll);
    return fits;
  }

  /**
   * Measures whole fits.
   *
   * @param folder of the wide tables of data/README.md, if there is one
   * @param names some of {@link #fits(boolean)}
   * @param scale of the generated tables, 1 for those that something is asked of
   * @param rounds of each measurement
   * @throws BadInputException if a table is not there
   */
  public static List<Finding> runFits(
      SparkSession spark,
      PrintStream console,
      Optional<TablesFolder> folder,
      List<String> names,
      double scale,
      int rounds) {
    List<FitCase> some =
        fits(scale, folder).stream().filter(fit -> names.contains(fit.name())).toList();
    some.forEach(fit -> fit.table().check(spark));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return measured(context, console, some, scale, rounds);
  }

  /**
   * Measures.
   *
   * @param parts by name
   * @param scale of the sizes, 1 for those that something is asked of
   * @param rounds of each measurement
   */
  public static List<Finding> run(
      JavaSparkContext context, PrintStream console, List<String> parts, double scale, int rounds) {
    List<BenchmarkCase> cases = CASES.stream().filter(c -> parts.contains(c.name())).toList();
    return measured(context, console, cases, scale, rounds);
  }

  private static List<Finding> measured(
      JavaSparkContext context,
      PrintStream console,
      List<? extends BenchmarkCase> cases,
      double scale,
      int rounds) {
    double seconds = cases.stream().mapToDouble(BenchmarkCase::seconds).sum();
    BenchmarkProgress progress = new BenchmarkProgress(context, console, seconds);
    Bench bench = new Bench(context, scale, rounds, progress);
    List<Finding> findings = new ArrayList<>();
    for (BenchmarkCase next : cases) {
      progress.begin(next);
      findings.addAll(next.run(bench));
      progress.end(next);
    }
    return findings;
  }
}
