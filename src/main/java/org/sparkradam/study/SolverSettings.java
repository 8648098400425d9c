package org.sparkradam.study;

import java.util.Locale;
import java.util.Map;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.LearningRateSchedule;
import org.sparkradam.optim.NamedSchedules;
import org.sparkradam.optim.Require;
import org.sparkradam.table.BadInputException;

/**
 * The settings written behind a solver's name, as text by param name, each asked for with its
 * default.
 */
record SolverSettings(String solver, Map<String, String> values) {
  double number(String name, double otherwise) {
    String text = values.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refusal(name, "a number", e);
    }
  }

  double positive(String name, double otherwise) {
    return Require.positive(name, number(name, otherwise));
  }

  long count(String name, long otherwise) {
    String text = values.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Require.atLeast(name, Long.parseLong(text), 0);
    } catch (IllegalArgumentException e) {
      throw refusal(name, "a whole number of at least 0", e);
    }
  }

  boolean flag(String name) {
    return switch (values.getOrDefault(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refusal(name, "true or false", null);
    };
  }

  /** One of an enum's constants, written in any case, with - for _. */
  <E extends Enum<E>> E choice(String name, E otherwise) {
    String text = values.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Enum.valueOf(
          otherwise.getDeclaringClass(), text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw refusal(name, "one of " + allowed(otherwise.getDeclaringClass()), e);
    }
  }

  private static <E extends Enum<E>> String allowed(Class<E> type) {
    return String.join(
        ", ",
        java.util.stream.Stream.of(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList());
  }

  /** {@code gradientClip}: the largest Euclidean norm. */
  GradientClip clip() {
    return values.containsKey("gradientClip")
        ? GradientClip.byNorm(positive("gradientClip", 0))
        : GradientClip.none();
  }

  /**
   * Warm-up times schedule.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  StochasticSolver.ScheduleOfRun schedule(double beta2) {
    LearningRateSchedule warmup =
        NamedSchedules.warmup(values.getOrDefault("warmup", "none"), beta2);
    String name = values.getOrDefault("schedule", "constant");
    NamedSchedules.schedule(name, 1); // a wrong name is to be refused before there is a run
    return steps -> warmup.times(NamedSchedules.schedule(name, steps));
  }

  private BadInputException refusal(String name, String right, Throwable cause) {
    return new BadInputException(
        "solver %s: %s must be %s, but is '%s'".formatted(solver, name, right, values.get(name)),
        cause);
  }
}
