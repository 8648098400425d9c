package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.fit.SchemaFacts;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.read.TableLocation;

/** What run.json says of the table that a job worked on. */
record TableReport(TableOptions options, InputTable input, PreparedTable table) {
  /**
   * @param fingerprint of the training rows
   */
  Map<String, Object> facts(String fingerprint) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("data", input.title());
    facts.put("testData", options.test().map(TableLocation::title).orElse(null));
    facts.put("format", options.reading.format.name());
    facts.put("options", options.reading.sourceOptions().shown());
    facts.put("snapshots", table.snapshots());
    facts.put("where", options.reading.where);
    facts.put("select", options.reading.select);
    facts.put("label", options.label);
    facts.put("task", table.task());
    facts.put("classes", table.classNames());
    facts.put("testFraction", options.test().isEmpty() ? options.testFraction : null);
    facts.put("splitSeed", options.splitSeed);
    facts.put("stratify", options.test().isEmpty() ? options.stratify : null);
    facts.put("badRows", options.reading.badRows);
    facts.put("trainingRows", table.counts().training());
    facts.put("testRows", table.counts().test());
    facts.put("fingerprint", fingerprint);
    facts.put("features", table.numFeatures());
    facts.put("featureSettings", options.featureOptions.facts());
    facts.put("featureColumns", table.featureGroups());
    facts.put("notes", table.notes());
    facts.put("schema", SchemaFacts.of(table.schema()));
    facts.put("schemaCheck", SchemaFacts.of(table.check()));
    return facts;
  }

  /** The same for a page of settings: without the columns, and in words what differs in them. */
  static Map<String, Object> settings(Map<String, Object> facts, PreparedTable table) {
    Map<String, Object> settings = new LinkedHashMap<>(facts);
    settings.remove("schema");
    settings.remove("featureColumns");
    List<String> lines = SchemaFacts.lines(table.check(), "test rows");
    settings.put("schemaCheck", lines.isEmpty() ? "as in training" : String.join("\n", lines));
    return settings;
  }
}
