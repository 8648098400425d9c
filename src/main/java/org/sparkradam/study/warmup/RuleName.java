package org.sparkradam.study.warmup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a solver's name with its settings, such as {@code adam:beta2=0.99:warmup=100}, says of it.
 *
 * @param solver the name alone
 * @param settings by name, in order, with those that the solver's name stands for
 */
record RuleName(String solver, Set<String> settings, Warmup warmup) {
  /** How a rule's steps become long. */
  enum Warmup {
    NONE,
    UNTUNED,
    TUNED
  }

  private static final String WARMUP = "warmup";
  private static final Map<String, String> IMPLIED =
      Map.of("adam-2k", "preconditioningSteps", "adam-eps", "adamEpsilon", "adamw", "weightDecay");

  static RuleName of(String name) {
    List<String> parts = List.of(name.split(":", -1));
    Set<String> settings = new LinkedHashSet<>();
    Optional.ofNullable(IMPLIED.get(parts.get(0))).ifPresent(settings::add);
    parts.stream().skip(1).map(part -> part.split("=", 2)[0]).forEach(settings::add);
    return new RuleName(parts.get(0), settings, warmup(parts));
  }

  private static Warmup warmup(List<String> parts) {
    String value =
        parts.stream()
            .filter(part -> part.startsWith(WARMUP + "="))
            .map(part -> part.substring(WARMUP.length() + 1))
            .findFirst()
            .orElse("none");
    return switch (value) {
      case "none", "0" -> Warmup.NONE;
      case "untuned-linear", "untuned-exponential" -> Warmup.UNTUNED;
      default -> Warmup.TUNED;
    };
  }

  /** RAdam as it is meant to be used; with an untuned warm-up it is held back twice. */
  boolean isRAdamAlone() {
    return solver.equals("radam") && warmup == Warmup.NONE;
  }

  /** What a user has to choose, such as "the rate, the length". */
  String choices() {
    return String.join(
        ", ",
        Stream.concat(Stream.of("the rate"), settings.stream().flatMap(this::choice))
            .distinct()
            .toList());
  }

  private Stream<String> choice(String setting) {
    return switch (setting) {
      case WARMUP -> warmup == Warmup.TUNED ? Stream.of("the length") : Stream.empty();
      case "preconditioningSteps" -> Stream.of("the length");
      case "adamEpsilon" -> Stream.of("ε");
      case "gradientClip" -> Stream.of("the gradient's bound");
      case "weightDecay" -> Stream.of("the weight decay");
      case "momentum" -> Stream.of("the momentum");
      case "schedule" -> Stream.of("the schedule");
      default -> Stream.empty();
    };
  }
}
