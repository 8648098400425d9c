package org.sparkradam.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.fit.StageSetting;
import org.sparkradam.optim.NamedRule;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.LbfgsSettings;

/** Reads a stage's solver from text such as {@code radam:rhoThreshold=5:warmup=100}. */
public final class StageSolver {
  private static final String OPTION = "--solver";
  private static final List<String> SOLVERS =
      Stream.concat(
              NamedRules.ofStages().stream().map(NamedRule::name), Stream.of(LbfgsSettings.SOLVER))
          .toList();

  private StageSolver() {}

  /** The solvers that a stage of a linear model has; other models have all but the last. */
  public static List<String> names() {
    return SOLVERS;
  }

  /**
   * The settings that the text stands for, {@code solver} first.
   *
   * @throws BadInputException if there is no such solver, or one of its settings is wrong
   */
  public static List<StageSetting> settings(String text) {
    String[] parts = text.strip().split(":", -1);
    if (!SOLVERS.contains(parts[0])) {
      throw new BadInputException(
          "%s %s: must be one of %s, and may carry settings, as in radam:rhoThreshold=5"
              .formatted(OPTION, text, String.join(", ", SOLVERS)));
    }
    SolverParser.parse(OPTION, text.strip());
    List<StageSetting> settings = new ArrayList<>();
    settings.add(new StageSetting(OPTION, "solver", parts[0]));
    for (String part : List.of(parts).subList(1, parts.length)) {
      String[] setting = part.split("=", 2);
      settings.add(new StageSetting(OPTION, setting[0], setting[1]));
    }
    return settings;
  }
}
