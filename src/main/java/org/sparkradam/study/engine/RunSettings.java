package org.sparkradam.study.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Reference;
import org.sparkradam.study.solver.Solver;

/** What a checkpoint says of the run that it is of. */
final class RunSettings {
  private RunSettings() {}

  /** All that the bits of a result depend on. */
  static SortedMap<String, String> of(
      ComparisonSpec spec, ComparisonData data, Reference reference) {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.putAll(data.snapshots());
    settings.put("training data", data.training().fingerprint());
    settings.put("test data", data.testFingerprint());
    settings.put(CheckpointPlan.CHUNKS, Integer.toString(data.training().chunkRows().length));
    settings.put("label scale", data.labels().toString());
    settings.put("model", data.model().loss().toString());
    settings.put("solvers", spec.solvers().stream().map(Solver::name).toList().toString());
    settings.put("learning rates", Arrays.toString(spec.learningRates()));
    settings.put("seeds", Arrays.toString(spec.seeds()));
    settings.put("batch size", Long.toString(spec.batchSize()));
    settings.put("steps", Long.toString(spec.limits().steps()));
    settings.put("penalty", spec.penalty().toString());
    settings.put("reference", reference.name().toLowerCase(Locale.ROOT));
    settings.put("kernel", spec.kernel().name());
    settings.put("Java", Integer.toString(Runtime.version().feature()));
    return settings;
  }
}
