package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.fit.FittedModel;
import org.sparkradam.report.RunDescription;

/**
 * What the files of a fit say of the command, the table and the machine behind it.
 *
 * @param modelBytes what the folder of the pipeline holds
 */
record TrainReport(Train job, InputTable input, FittedModel fitted, long modelBytes) {

  RunDescription description(List<String> arguments) {
    return RunDescription.of(
        input.name(),
        TableReport.settings(facts(), fitted.table()),
        CommandLineText.of("spark-jobs/" + job.title(), arguments),
        Versions.footer());
  }

  /** Every setting, as run.json holds it. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", job.title());
    facts.put("versions", Versions.all());
    facts.putAll(new TableReport(job.table, input, fitted.table()).facts(fitted.fingerprint()));
    facts.put("model", fitted.model().getClass().getName());
    facts.put("stage", fitted.params());
    facts.put("batchSize", fitted.done().batchSize());
    facts.put("steps", fitted.done().steps());
    facts.put("trainedOn", fitted.done().place().title());
    facts.put("seconds", fitted.seconds());
    facts.put("modelBytes", modelBytes);
    return facts;
  }
}
