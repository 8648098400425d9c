package org.sparkradam.study.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.NamedSchedules;
import org.sparkradam.optim.RuleSetting;
import org.sparkradam.table.column.BadInputException;

/**
 * Reads solvers from text such as {@code radam:rhoThreshold=5,adam:warmup=100,sgd}.
 *
 * <p>Whatever is wrong leaves as a {@link BadInputException} that says what would be right.
 */
public final class SolverParser {
  private SolverParser() {}

  /** The names of all solvers. */
  public static List<String> names() {
    return SolverKind.all().stream().map(SolverKind::title).toList();
  }

  /** All solvers of a list with commas; each may stand there once. */
  public static List<Solver> parseList(String text) {
    List<Solver> solvers = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      Solver solver = parse("--solvers", word.strip());
      if (solvers.stream().anyMatch(other -> other.name().equals(solver.name()))) {
        throw new BadInputException("--solvers names " + solver.name() + " twice");
      }
      solvers.add(solver);
    }
    return List.copyOf(solvers);
  }

  /**
   * The same of a command.
   *
   * @param option that it was given by, to be named where it is wrong
   */
  public static Solver parse(String option, String text) {
    try {
      return parse(text);
    } catch (BadInputException e) {
      throw new BadInputException(option + ": " + e.getMessage(), e);
    }
  }

  /** One solver with its settings, {@code name[:setting=value]...}. */
  public static Solver parse(String text) {
    String[] parts = text.split(":", -1);
    SolverKind kind = kind(parts[0]);
    SolverSettings settings = new SolverSettings(settings(text, kind, parts));
    try {
      return kind.solver(text, settings);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadInputException("solver " + text + ": " + e.getMessage(), e);
    }
  }

  private static SolverKind kind(String name) {
    return SolverKind.all().stream()
        .filter(kind -> kind.title().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "there is no solver '%s'; there are %s"
                        .formatted(name, String.join(", ", names()))));
  }

  private static Map<String, String> settings(String text, SolverKind kind, String[] parts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0 || !kind.settings().contains(name)) {
        throw new BadInputException(
            "solver %s: '%s' is no setting of %s, which takes %s, each as name=value"
                .formatted(text, part, kind.title(), String.join(", ", kind.settings())));
      }
      if (values.put(name, part.substring(equals + 1)) != null) {
        throw new BadInputException("solver %s sets %s twice".formatted(text, name));
      }
    }
    return values;
  }

  /**
   * The settings written behind a solver's name, as text by param name, each asked for with its
   * default. What is wrong is refused with an {@link IllegalArgumentException}.
   */
  record SolverSettings(Map<String, String> values) implements RuleSetting.Values {
    @Override
    public <T> T of(RuleSetting<T> setting) {
      String text = values.get(setting.name());
      return text == null ? setting.otherwise() : setting.read(text);
    }

    /** {@code weightDecay}. */
    double weightDecay(double otherwise) {
      return of(NamedRules.WEIGHT_DECAY.or(otherwise));
    }

    /** {@code gradientClip}: the largest Euclidean norm. */
    GradientClip clip() {
      double norm = of(NamedRules.GRADIENT_CLIP);
      return norm < Double.POSITIVE_INFINITY ? GradientClip.byNorm(norm) : GradientClip.none();
    }

    /** Warm-up times schedule. */
    StochasticSolver.ScheduleOfRun schedule(double beta2) {
      LearningRateSchedule warmup =
          NamedSchedules.warmup(values.getOrDefault("warmup", "none"), beta2);
      String name = values.getOrDefault("schedule", "constant");
      NamedSchedules.schedule(name, 1); // a wrong name is to be refused before there is a run
      return steps -> warmup.times(NamedSchedules.schedule(name, steps));
    }
  }
}
