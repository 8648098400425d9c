package org.sparkradam.jobs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.histogram.HistogramResult;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.table.PreparedTable;

/**
 * What the files of the histogram study say of the command, the table and the machine behind it.
 */
record HistogramReport(
    GradientHistogram job, InputTable input, PreparedTable table, HistogramResult result) {

  RunDescription description(List<String> arguments) {
    return RunDescription.of(
        input.name(),
        TableReport.settings(facts(), table),
        CommandLineText.of("spark-jobs/" + job.title(), arguments),
        Versions.footer());
  }

  /** Every setting, as run.json holds it. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", job.title());
    facts.put("versions", Versions.all());
    facts.putAll(new TableReport(job.table, input, table).facts(result.data().fingerprint()));
    putTraining(facts, result.spec());
    facts.put("partitions", result.data().chunks());
    facts.put("trainedOn", result.data().place().title());
    facts.put("labelMean", result.data().labels().mean());
    facts.put("labelDeviation", result.data().labels().deviation());
    facts.put("stepsDone", result.steps());
    facts.put("seconds", result.seconds());
    return facts;
  }

  private void putTraining(Map<String, Object> facts, ComparisonSpec spec) {
    facts.put("kernel", spec.kernel().name());
    facts.put("model", spec.model().loss().toString());
    facts.put("solvers", spec.solvers().stream().map(Solver::name).toList());
    facts.put("learningRate", job.learningRate);
    facts.put("seeds", Arrays.stream(spec.seeds()).boxed().toList());
    facts.put("batchSize", spec.batchSize());
    facts.put("steps", spec.limits().steps());
    facts.put("maxSeconds", spec.limits().seconds());
    facts.put("regParam", job.training.penalty.regParam);
    facts.put("elasticNet", job.training.penalty.elasticNet);
  }
}
