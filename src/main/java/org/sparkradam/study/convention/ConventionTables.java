package org.sparkradam.study.convention;

import static org.sparkradam.report.ReadableNumber.significant;
import static org.sparkradam.study.convention.ConventionResult.percent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;

/** The verdicts as tables. */
final class ConventionTables {
  private static final List<String> CSV =
      List.of("variant", "base", "change", "learning_rate", "share", "low", "high", "verdict");

  private ConventionTables() {}

  /** A row a variant and rate; {@code share}, {@code low} and {@code high} of the base's loss. */
  static CsvTable effects(ConventionResult result) {
    return new CsvTable(CSV, result.effects().stream().map(ConventionTables::row).toList());
  }

  private static List<Object> row(Effect one) {
    return Arrays.asList(
        one.ablation().variant().name(),
        one.ablation().base().name(),
        one.ablation().change(),
        one.learningRate(),
        one.share(),
        one.interval().low(),
        one.interval().high(),
        one.verdict().title());
  }

  /** A row a variant, a column a rate. */
  static HtmlTable verdicts(ConventionResult result) {
    List<String> header = new ArrayList<>(List.of("solver", "with"));
    rates(result).mapToObj(rate -> "at " + significant(rate)).forEach(header::add);
    header.add("verdict");
    return new HtmlTable(
        "The verdict",
        "By how much the setting changes the mean test loss, paired over seeds; below 0 is better."
            + " \"Same\" where the whole 95 % interval is within ±0.1 %, better or worse where it"
            + " keeps off 0, else undecided.",
        header,
        result.ablations().stream().map(ablation -> verdictRow(result, ablation)).toList());
  }

  private static DoubleStream rates(ConventionResult result) {
    return Arrays.stream(result.comparison().spec().learningRates()).sorted();
  }

  private static List<Cell> verdictRow(ConventionResult result, Ablation ablation) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(ablation.base().name()));
    cells.add(Cell.text(ablation.change()));
    result.effects(ablation).forEach(one -> cells.add(cell(one)));
    cells.add(Cell.text(result.verdict(ablation)));
    return cells;
  }

  private static Cell cell(Effect one) {
    Cell.Mark mark =
        switch (one.verdict()) {
          case BETTER -> Cell.Mark.BEST;
          case WORSE, DIVERGED -> Cell.Mark.DIVERGED;
          case SAME, UNDECIDED -> Cell.Mark.NONE;
        };
    String text =
        one.verdict() == Effect.Verdict.DIVERGED ? one.verdict().title() : percent(one.share());
    return new Cell(text, Cell.Kind.NUMBER, mark);
  }
}
