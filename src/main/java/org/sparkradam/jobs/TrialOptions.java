package org.sparkradam.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.sparkradam.optim.Require;
import org.sparkradam.study.Solver;
import org.sparkradam.study.SolverParser;
import org.sparkradam.table.BadInputException;
import picocli.CommandLine.Option;

/** The options that say which trials are compared. */
final class TrialOptions {
  @Option(
      names = "--solvers",
      paramLabel = "LIST",
      description =
          "such as radam:rhoThreshold=5,adam:warmup=100,adamw,sgd:momentum=0.9;"
              + " default ${DEFAULT-VALUE}")
  String solvers = "radam,adam,sgd";

  @Option(
      names = "--learning-rates",
      paramLabel = "LIST",
      split = ",",
      description = "default 0.3,0.1,0.03,0.01")
  double[] learningRates = {0.3, 0.1, 0.03, 0.01};

  @Option(
      names = {"--seeds", "--seed"},
      paramLabel = "LIST",
      split = ",",
      description = "each sets a start and an order of the rows; default 1,2")
  long[] seeds = {1, 2};

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
