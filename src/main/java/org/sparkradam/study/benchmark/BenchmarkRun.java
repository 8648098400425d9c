package org.sparkradam.study.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

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

  /** The names of all fits. */
  public static List<String> fits(String folderOrNull) {
    return fits(1, folderOrNull).stream().map(BenchmarkCase::name).toList();
  }

  private static List<BenchmarkCase> fits(double scale, String folderOrNull) {
    List<BenchmarkCase> fits = new ArrayList<>(FitCase.generated(scale));
    if (folderOrNull != null) {
      fits.addAll(FitCase.real(folderOrNull));
    }
    return fits;
  }

  /**
   * Measures whole fits.
   *
   * @param folderOrNull of the wide tables of data/README.md, if there is one
   * @param some by name
   * @param scale of the generated tables, 1 for those that something is asked of
   * @param rounds of each measurement
   */
  public static List<Finding> runFits(
      JavaSparkContext context,
      PrintStream console,
      String folderOrNull,
      List<String> some,
      double scale,
      int rounds) {
    return run(context, console, fits(scale, folderOrNull), some, scale, rounds);
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
    return run(context, console, CASES, parts, scale, rounds);
  }

  private static List<Finding> run(
      JavaSparkContext context,
      PrintStream console,
      List<BenchmarkCase> all,
      List<String> parts,
      double scale,
      int rounds) {
    List<BenchmarkCase> cases = all.stream().filter(c -> parts.contains(c.name())).toList();
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
