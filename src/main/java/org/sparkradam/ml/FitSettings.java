package org.sparkradam.ml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.ml.param.Param;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.ml.internal.fit.FitBlocks;

/** All that the bits of a fit depend on, by name. */
record FitSettings(SortedMap<String, String> values) {
  /**
   * Params that say where something is, and nothing of what comes out; what a model to go on from
   * says of it is in the start.
   */
  private static final Set<String> PLACES =
      Set.of("checkpointDir", "checkpointInterval", "metricsPath", "trainOn", "initialModelPath");

  /**
   * @param start weights that training starts from
   */
  static FitSettings of(
      MiniBatchStage stage, FitBlocks blocks, FitPlan plan, Kernel kernel, double[] start) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("stage", stage.getClass().getName());
    for (Param<?> param : stage.params()) {
      if (stage.isDefined(param) && !PLACES.contains(param.name())) {
        values.put(param.name(), json(stage, param));
      }
    }
    values.put("rows", blocks.fingerprint());
    values.put("numPartitions", Integer.toString(blocks.training().chunkRows().length));
    values.put("batchSize", Long.toString(plan.budget().batchSize()));
    values.put("maxIter", Long.toString(plan.steps()));
    if (!FullBatchSolver.isChosen(stage)) {
      values.put("stepSize", Double.toString(plan.stepSize()));
      values.put("beta2", Double.toString(plan.beta2()));
    }
    stage
        .stageParams()
        .attachments
        .updateRule()
        .ifPresent(rule -> values.put("updateRule", digest(SerializationUtils.serialize(rule))));
    values.put("start", digest(bytes(start)));
    values.put("kernel", kernel.name());
    values.put("Java", Integer.toString(Runtime.version().feature()));
    return new FitSettings(values);
  }

  /** 16 hexadecimal digits that other settings do not have. */
  String hash() {
    return digest(values.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static <T> String json(MiniBatchStage stage, Param<T> param) {
    return param.jsonEncode(stage.getOrDefault(param));
  }

  private static byte[] bytes(double[] numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * numbers.length);
    buffer.asDoubleBuffer().put(numbers);
    return buffer.array();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
