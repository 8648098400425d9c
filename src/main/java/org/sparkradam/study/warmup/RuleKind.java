package org.sparkradam.study.warmup;

import java.util.Set;

/** What a user has to choose who takes an update rule, besides its rate. */
public enum RuleKind {
  /** Adam as it is, whatever its moments remember. */
  BASE_LINE("base line"),
  /** Nothing: it starts gently by itself. */
  UNTUNED("untuned"),
  /** The length of the warm-up. */
  TUNED("tuned"),
  /** Not about warm-up, or not about it alone. */
  OTHER("other");

  /** With any other setting a difference need not be the warm-up's. */
  private static final Set<String> OF_ADAM = Set.of("beta1", "beta2", "warmup");

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
    RuleName name = RuleName.of(solver);
    return switch (name.solver()) {
      case "radam" -> of(name.warmup(), UNTUNED);
      case "adam" -> OF_ADAM.containsAll(name.settings()) ? of(name.warmup(), BASE_LINE) : OTHER;
      default -> OTHER;
    };
  }

  private static RuleKind of(RuleName.Warmup warmup, RuleKind without) {
    return switch (warmup) {
      case NONE -> without;
      case UNTUNED -> UNTUNED;
      case TUNED -> TUNED;
    };
  }
}
