package org.sparkradam.jobs;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.sparkradam.optim.Require;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Option;

/** The options that say which trials are compared. */
final class TrialOptions {
  @Option(
      names = "--solvers",
      paramLabel = "LIST",
      completionCandidates = Names.class,
      description =
          "some of ${COMPLETION-CANDIDATES}, with settings where wanted, such as"
              + " radam:rhoThreshold=5,adam:warmup=100,sgd:momentum=0.9; default ${DEFAULT-VALUE}")
  String solvers;

  @Option(
      names = "--learning-rates",
      paramLabel = "LIST",
      split = ",",
      description = "default ${DEFAULT-VALUE}")
  double[] learningRates;

  @Option(
      names = {"--seeds", "--seed"},
      paramLabel = "LIST",
      split = ",",
      description = "each sets a start and an order of the rows; default ${DEFAULT-VALUE}")
  long[] seeds;

  private final String defaultSolvers;

  /** What {@code --solvers} may name. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SolverParser.names().iterator();
    }
  }

  /** With the defaults of a job. */
  TrialOptions(String solvers, double[] learningRates, long... seeds) {
    this.defaultSolvers = solvers;
    this.solvers = solvers;
    this.learningRates = learningRates;
    this.seeds = seeds;
  }

  void check() {
    solvers();
    try {
      for (double rate : learningRates) {
        Require.positive("--learning-rates", rate);
      }
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    refuseTwins("--learning-rates", DoubleStream.of(learningRates).boxed());
    refuseTwins("--seeds", LongStream.of(seeds).boxed());
  }

  List<Solver> solvers() {
    return SolverParser.parseList(solvers);
  }

  /**
   * Those for a run of so many steps: of a job's own list only what can step in it, of a user's
   * list all, since a wish is not passed over in silence.
   */
  List<Solver> solvers(long steps) {
    return solvers().stream()
        .filter(solver -> !solvers.equals(defaultSolvers) || solver.fits(steps))
        .toList();
  }

  /** A trial done twice would weigh twice in every mean. */
  static void refuseTwins(String option, Stream<?> values) {
    Set<Object> seen = new HashSet<>();
    values
        .filter(value -> !seen.add(value))
        .findFirst()
        .ifPresent(
            twin -> {
              throw new BadInputException(option + " names " + twin + " twice");
            });
  }
}
