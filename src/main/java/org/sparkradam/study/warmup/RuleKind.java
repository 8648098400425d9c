package org.sparkradam.study.warmup;

import java.util.List;

/** What a user has to choose who takes an update rule, besides its rate. */
public enum RuleKind {
  /** Adam as it is. */
  BASE_LINE("base line"),
  /** Nothing: it starts gently by itself. */
  UNTUNED("untuned"),
  /** The length of the warm-up. */
  TUNED("tuned"),
  /** Not about warm-up. */
  OTHER("other");

  private static final String WARMUP = "warmup=";

  private final String title;

  RuleKind(String title) {
    this.title = title;
  }

  /** For people and files. */
  public String title() {
    return title;
  }

  /** By a solver's name with its settings, such as {@code adam:warmup=100}. */
  static RuleKind of(String solver) {
    List<String> parts = List.of(solver.split(":", -1));
    String warmup =
        parts.stream()
            .filter(part -> part.startsWith(WARMUP))
            .map(part -> part.substring(WARMUP.length()))
            .findFirst()
            .orElse("none");
    return switch (parts.get(0)) {
      case "radam" -> of(warmup, UNTUNED);
      case "adam" -> of(warmup, BASE_LINE);
      case "adamw" -> of(warmup, OTHER);
      default -> OTHER;
    };
  }

  private static RuleKind of(String warmup, RuleKind without) {
    return switch (warmup) {
      case "none", "0" -> without;
      case "untuned-linear", "untuned-exponential" -> UNTUNED;
      default -> TUNED;
    };
  }
}
