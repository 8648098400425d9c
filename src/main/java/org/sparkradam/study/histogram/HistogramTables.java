package org.sparkradam.study.histogram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;

/** The tables of the study; the columns of files are a contract. */
record HistogramTables(HistogramResult result) {
  /** A bin of a recorded step's histogram, or no bin of an empty one. */
  private record Bin(RecordedTrial trial, RecordedTrial.Step step, Integer index) {
    static Stream<Bin> of(RecordedTrial trial, RecordedTrial.Step step) {
      LogHistogram histogram = step.histogram();
      return histogram.nonZeros() == 0
          ? Stream.of(new Bin(trial, step, null))
          : IntStream.range(histogram.firstBin(), histogram.endBin())
              .filter(index -> histogram.count(index) > 0)
              .mapToObj(index -> new Bin(trial, step, index));
    }

    <T> T or(T otherwise, Function<Integer, T> value) {
      return index == null ? otherwise : value.apply(index);
    }
  }

  /** A row a bin that is not empty, and a row a step, of every trial and recorded step. */
  Map<String, CsvTable> files() {
    Map<String, CsvTable> files = new LinkedHashMap<>();
    List<Bin> steps =
        result
            .all()
            .flatMap(trial -> trial.steps().stream().map(step -> new Bin(trial, step, null)))
            .toList();
    files.put("histograms", histograms(steps));
    files.put("distances", distances(steps));
    return files;
  }

  private static CsvTable histograms(List<Bin> steps) {
    return Columns.of(
            Column.<Bin>of(one -> one.trial().solver()).csv("solver"),
            Column.<Bin>of(one -> one.trial().seed()).csv("seed"),
            Column.<Bin>of(one -> one.step().step()).csv("step"),
            Column.<Bin>of(one -> one.or(null, LogHistogram.Bins::low)).csv("log10_low"),
            Column.<Bin>of(one -> one.or(null, bin -> LogHistogram.Bins.low(bin + 1)))
                .csv("log10_high"),
            Column.<Bin>of(one -> one.or(0L, one.step().histogram()::count)).csv("count"),
            Column.<Bin>of(one -> one.step().histogram().zeros()).csv("zeros"))
        .csv(steps.stream().flatMap(one -> Bin.of(one.trial(), one.step())).toList());
  }

  private static CsvTable distances(List<Bin> steps) {
    return Columns.of(
            Column.<Bin>of(one -> one.trial().solver()).csv("solver"),
            Column.<Bin>of(one -> one.trial().seed()).csv("seed"),
            Column.<Bin>of(one -> one.step().step()).csv("step"),
            Column.<Bin>of(one -> one.step().distance()).csv("distance"),
            Column.<Bin>of(one -> one.step().shift()).csv("mean_shift"),
            Column.<Bin>of(one -> one.step().loss()).csv("train_loss"),
            Column.<Bin>of(one -> one.step().histogram().nonZeros()).csv("non_zeros"),
            Column.<Bin>of(one -> one.step().histogram().zeros()).csv("zeros"))
        .csv(steps);
  }

  /** A line a solver. */
  HtmlTable moves() {
    return columns()
        .html(
            "How far each histogram moves",
            ("Decades from the histogram of step 1, means over seeds. Distorted, and set back, is what"
                    + " moves within 10 updates towards smaller gradients, more than %s decades further"
                    + " than the histogram of the solver with the least training loss does in the end:"
                    + " gradients also get smaller because training succeeds. This criterion was chosen"
                    + " after looking at runs on covtype and flights, since a bound on the distance"
                    + " alone called the convergence of a convex loss a distortion; half a decade is a"
                    + " factor of 3. What the same minibatches do to the histogram of weights that stay"
                    + " at the start stands beside it. The mean shift is that of log10 |g| within 10"
                    + " updates: below 0 the gradient gets smaller.")
                .formatted(SolverMove.DISTORTED),
            SolverMove.of(result));
  }

  List<String> console() {
    return columns().console(SolverMove.of(result));
  }

  private Columns<SolverMove> columns() {
    String metric = result.spec().model().metric().title();
    return Columns.of(
        Column.<SolverMove>of(one -> one.solver().title())
            .page("solver")
            .consoleWords("solver", 16),
        Column.of(SolverMove::early)
            .page("within 10 updates", HistogramTables::early)
            .console("within 10 updates", 17),
        Column.of(SolverMove::minibatches).page("minibatches alone"),
        Column.of(SolverMove::earlyShift).page("mean shift"),
        Column.of(SolverMove::last).page("in the end").console("in the end", 11),
        Column.<SolverMove>of(one -> one.solver().trainingLoss())
            .page("train loss")
            .console("train loss", 12),
        Column.<SolverMove>of(one -> one.solver().testMetric())
            .page("test " + metric)
            .console(metric, 11),
        Column.of(HistogramTables::note).page("note"));
  }

  private static Cell early(SolverMove move) {
    return Cell.number(move.early())
        .marked(move.isDistorted() ? Cell.Mark.DIVERGED : Cell.Mark.NONE);
  }

  private static String note(SolverMove move) {
    long diverged = move.solver().diverged();
    String distorted = move.isDistorted() ? "distorted" : "";
    return diverged == 0
        ? distorted
        : String.format(
                Locale.ROOT,
                "%s diverged (%d of %d)",
                distorted,
                diverged,
                move.solver().trials().size())
            .strip();
  }
}
