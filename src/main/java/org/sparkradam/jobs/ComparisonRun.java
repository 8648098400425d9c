package org.sparkradam.jobs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.table.PreparedTable;

/**
 * A comparison that is done, with what its files say of the command, the table and the machine
 * behind it.
 *
 * @param job that ran it
 */
record ComparisonRun(
    String job,
    ComparisonOptions options,
    InputTable input,
    PreparedTable table,
    ComparisonResult result)
    implements AutoCloseable {
  /** Releases the table. */
  @Override
  public void close() {
    table.close();
  }

  /** The best that any model can reach, where the table's generator knows it. */
  List<Plot.ReferenceLine> references() {
    return input.best().stream()
        .filter(best -> result.model().lossName().isMeasuredAs(best.loss()))
        .map(best -> new Plot.ReferenceLine("best possible", best.value()))
        .toList();
  }

  /** The same for the report of a study. */
  StudyJob.Found found(Report report) {
    Map<String, Object> facts = facts();
    return new StudyJob.Found(report, input.name(), facts, TableReport.settings(facts, table));
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", job);
    facts.put("versions", Versions.all());
    facts.putAll(new TableReport(options.table, input, table).facts(result.data().fingerprint()));
    putTraining(facts);
    return facts;
  }

  private void putTraining(Map<String, Object> facts) {
    facts.put("engine", result.spec().engine());
    facts.put("kernel", result.spec().kernel().name());
    facts.put("model", result.model().loss().toString());
    facts.put("solvers", result.spec().solvers().stream().map(s -> s.name()).toList());
    facts.put("learningRates", Arrays.stream(result.spec().learningRates()).boxed().toList());
    facts.put("seeds", Arrays.stream(result.spec().seeds()).boxed().toList());
    facts.put("batchSize", result.spec().batchSize());
    facts.put("steps", result.spec().limits().steps());
    facts.put("maxSeconds", result.spec().limits().seconds());
    facts.put("regParam", options.training.penalty.regParam());
    facts.put("elasticNet", options.training.penalty.elasticNet);
    facts.put("partitions", result.data().chunks());
    facts.put("trainedOn", result.data().place().title());
    facts.put("checkpointDir", options.checkpoints.folder);
    facts.put("labelMean", result.data().labels().mean());
    facts.put("labelDeviation", result.data().labels().deviation());
  }
}
