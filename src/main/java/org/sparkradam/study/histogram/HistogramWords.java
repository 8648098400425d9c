package org.sparkradam.study.histogram;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the study found, in sentences. */
final class HistogramWords {
  private final HistogramResult result;
  private final List<SolverMove> moves;

  HistogramWords(HistogramResult result) {
    this.result = result;
    this.moves = SolverMove.of(result);
  }

  /** How far each histogram moves within ten updates, and whether the paper's claim holds. */
  String early() {
    return String.format(
        Locale.ROOT,
        "%s: within %d updates the histogram of |g| moves %s; the minibatches alone move it %s,"
            + " the best training %s in the end.%s",
        verdict(),
        Math.min(HistogramSteps.DENSE, result.steps()) - 1,
        moves.stream()
            .map(move -> decades(move.early(), move.earlyShift()) + " with " + name(move))
            .collect(Collectors.joining(", ")),
        decades(moves.stream().mapToDouble(SolverMove::minibatches).max().orElse(0)),
        decades(moves.get(0).trained()),
        unseen());
  }

  private String verdict() {
    if (result.steps() < HistogramSteps.DENSE) {
      return "The run was too short for a verdict, %s".formatted(stepsDone());
    }
    List<String> cut =
        names(move -> isPlainAdam(move) && move.solver().lastStep() < HistogramSteps.DENSE);
    return cut.isEmpty()
        ? new Claim(names(this::isPlainAdam), names(SolverMove::isDistorted)).sentence()
        : "There is no verdict, since this diverged within 10 updates: " + String.join(", ", cut);
  }

  /** Solvers that have no part in the other words. */
  private String unseen() {
    List<String> names =
        SolverHistograms.of(result).stream()
            .filter(solver -> solver.length() == 0)
            .map(SolverHistograms::title)
            .toList();
    return names.isEmpty()
        ? ""
        : " Diverged before its first step: %s.".formatted(String.join(", ", names));
  }

  private boolean isPlainAdam(SolverMove move) {
    long steps = result.spec().limits().steps();
    return result.spec().solvers().stream()
        .filter(solver -> solver.name().equals(name(move)))
        .anyMatch(solver -> HistogramSolvers.isPlainAdam(solver, steps));
  }

  private List<String> names(Predicate<SolverMove> which) {
    return moves.stream().filter(which).map(HistogramWords::name).toList();
  }

  /** Where the histograms are in the end, and how well each solver has trained by then. */
  String end() {
    return "After %s it has moved %s."
        .formatted(
            stepsDone(),
            moves.stream()
                .sorted(Comparator.comparingDouble(move -> move.solver().trainingLoss()))
                .map(this::end)
                .collect(Collectors.joining(", ")));
  }

  private String stepsDone() {
    long asked = result.spec().limits().steps();
    long last = SolverHistograms.unmoved(result).lastStep();
    return result.steps() == asked
        ? String.format(Locale.ROOT, "%,d steps", asked)
        : String.format(
            Locale.ROOT, "%,d of %,d steps (last histogram: %,d)", result.steps(), asked, last);
  }

  private String end(SolverMove move) {
    return "%s with %s (training loss %s, test %s %s%s)"
        .formatted(
            decades(move.last(), move.lastShift()),
            name(move),
            significant(move.solver().trainingLoss()),
            result.spec().model().metric().title(),
            significant(move.solver().testMetric()),
            move.solver().diverged() > 0 ? ", diverged" : "");
  }

  private static String name(SolverMove move) {
    return move.solver().title();
  }

  /** With its direction, where all of it goes one way. */
  private static String decades(double distance, double shift) {
    boolean oneWay = Math.abs(shift) > 0.5 * distance;
    return decades(distance) + (oneWay ? shift < 0 ? " down" : " up" : "");
  }

  private static String decades(double distance) {
    return Double.isFinite(distance)
        ? String.format(Locale.ROOT, "%.2f decades", distance)
        : significant(distance);
  }

  /**
   * Whether the paper's claim holds, that Adam's histogram is distorted and that of no other
   * solver.
   *
   * @param plain names of the solvers that are Adam without a remedy
   * @param distorted names of those whose histogram is distorted
   */
  private record Claim(List<String> plain, List<String> distorted) {
    String sentence() {
      if (plain.isEmpty()) {
        return "No solver is Adam at its full rate from the start, so the claim is not put to the test";
      }
      List<String> bad = plain.stream().filter(distorted::contains).toList();
      if (bad.isEmpty()) {
        return unlikeThePaper();
      }
      return bad.size() == plain.size() ? asThePaperSays() : partly(bad);
    }

    private String asThePaperSays() {
      return others().isEmpty()
          ? "As the paper says, Adam without warm-up is distorted and no other is"
          : "Adam without warm-up is distorted as the paper says, but so is " + joined(others());
    }

    private String unlikeThePaper() {
      return "Unlike in the paper, Adam without warm-up is not distorted here, "
          + (others().isEmpty() ? "nor is any other" : "while this is: " + joined(others()));
    }

    private String partly(List<String> bad) {
      List<String> good = plain.stream().filter(name -> !bad.contains(name)).toList();
      return "Adam without warm-up is distorted in part: %s is, %s is not; of the others %s is"
          .formatted(joined(bad), joined(good), others().isEmpty() ? "none" : joined(others()));
    }

    private List<String> others() {
      return distorted.stream().filter(name -> !plain.contains(name)).toList();
    }

    private static String joined(List<String> names) {
      return String.join(", ", names);
    }
  }
}
