package org.sparkradam.study.histogram;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.Comparator;
import java.util.List;
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
    return ("%s: within 10 updates the histogram of |g| moves %s; the minibatches alone move it %s,"
            + " the best training %s in the end.")
        .formatted(
            verdict(),
            moves.stream()
                .map(move -> decades(move.early(), move.earlyShift()) + " with " + name(move))
                .collect(Collectors.joining(", ")),
            decades(moves.stream().mapToDouble(SolverMove::minibatches).max().orElse(0)),
            decades(moves.get(0).trained()));
  }

  private String verdict() {
    List<String> distorted = names(SolverMove::isDistorted);
    List<String> plain = names(this::isPlainAdam);
    if (plain.isEmpty()) {
      return "No solver is Adam at its full rate from the start, so the claim is not put to the test";
    }
    List<String> others = distorted.stream().filter(name -> !plain.contains(name)).toList();
    return distorted.containsAll(plain) ? asThePaperSays(others) : unlikeThePaper(distorted);
  }

  private static String asThePaperSays(List<String> others) {
    return others.isEmpty()
        ? "As the paper says, Adam without warm-up is distorted and no other is"
        : "Adam without warm-up is distorted as the paper says, but so is "
            + String.join(", ", others);
  }

  private static String unlikeThePaper(List<String> distorted) {
    return "Unlike in the paper, Adam without warm-up is not distorted here, "
        + (distorted.isEmpty()
            ? "nor is any other"
            : "while this is: " + String.join(", ", distorted));
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
    return "After %,d steps it has moved %s."
        .formatted(
            result.spec().limits().steps(),
            moves.stream()
                .sorted(Comparator.comparingDouble(move -> move.solver().trainingLoss()))
                .map(this::end)
                .collect(Collectors.joining(", ")));
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
    return Double.isFinite(distance) ? "%.2f decades".formatted(distance) : significant(distance);
  }
}
