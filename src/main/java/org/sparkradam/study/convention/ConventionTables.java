package org.sparkradam.study.convention;

import static org.sparkradam.report.text.ReadableNumber.significant;
import static org.sparkradam.study.convention.ConventionResult.percent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.study.paired.Verdict;

/** The verdicts as tables. */
final class ConventionTables {
  private ConventionTables() {}

  /** A row a variant and rate; {@code share}, {@code low} and {@code high} of the base's loss. */
  static CsvTable effects(ConventionResult result) {
    return Columns.of(
            Column.<Effect>of(one -> one.ablation().variant().name()).csv("variant"),
            Column.<Effect>of(one -> one.ablation().base().name()).csv("base"),
            Column.<Effect>of(one -> one.ablation().change()).csv("change"),
            Column.of(Effect::learningRate).csv("learning_rate"),
            Column.of(Effect::share).csv("share"),
            Column.<Effect>of(one -> one.interval().low()).csv("low"),
            Column.<Effect>of(one -> one.interval().high()).csv("high"),
            Column.<Effect>of(one -> one.verdict().title()).csv("verdict"))
        .csv(result.effects());
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
    String text = one.verdict() == Verdict.DIVERGED ? one.verdict().title() : percent(one.share());
    return new Cell(text, Cell.Kind.NUMBER, mark);
  }
}
