package org.sparkradam.ml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.train.EarlyStopping;
import org.sparkradam.train.HeldOutHistory;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;

/**
 * Writes what happens in a fit as JSON lines, to a file of its own in a folder. Lines are to be
 * seen at once where the file system can show a file that is being written. What cannot be written
 * is no reason to stop a fit: it is logged once.
 */
final class MetricsFile implements TrainingListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final Optional<EarlyStopping> heldOut;
  private FSDataOutputStream out;

  private MetricsFile(Path path, Optional<EarlyStopping> heldOut) {
    this.path = path;
    this.heldOut = heldOut;
  }

  /** None if the stage has no folder for it. */
  static Optional<MetricsFile> of(
      MiniBatchStage stage,
      FitSettings settings,
      FitBlocks blocks,
      Optional<EarlyStopping> heldOut) {
    return ParamValue.<String>ifDefined(stage, stage.stageParams().monitoring.metricsPath)
        .map(folder -> opened(new Path(folder, name(stage)), settings, blocks, heldOut));
  }

  private static String name(MiniBatchStage stage) {
    return stage.uid() + "-" + UUID.randomUUID().toString().substring(0, 8) + ".jsonl";
  }

  private static MetricsFile opened(
      Path path, FitSettings settings, FitBlocks blocks, Optional<EarlyStopping> heldOut) {
    Configuration hadoop = blocks.context().hadoopConfiguration();
    MetricsFile file = new MetricsFile(path, heldOut);
    file.attempt(
        () -> {
          file.out = path.getFileSystem(hadoop).create(path, false);
          file.write(
              Map.of(
                  "event",
                  "start",
                  "settings",
                  settings.values(),
                  "trainedOn",
                  blocks.training().place().title()));
        });
    return file;
  }

  @Override
  public void onState(TrainingState state) {
    attempt(() -> write(step(state)));
  }

  @Override
  public void onStop(TrainingState state, String reason) {
    attempt(() -> write(Map.of("event", "stop", "step", state.step(), "reason", reason)));
  }

  private Map<String, Object> step(TrainingState state) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "step");
    line.put("step", state.step());
    line.put("epoch", state.epoch());
    line.put("rowsSeen", state.rowsSeen());
    line.put("seconds", state.seconds());
    LossHistory losses = state.trials().get(0).history();
    if (losses.steps() > 0) {
      line.put("loss", finite(losses.mean(losses.steps() - 1, losses.steps())));
    }
    heldOut
        .flatMap(rows -> last(rows.history(0).points()))
        .filter(point -> point.step() == state.step())
        .ifPresent(point -> line.put("heldOutLoss", finite(point.evaluation().loss())));
    return line;
  }

  /** JSON has no other numbers; Jackson would write their names as text. */
  private static Double finite(double loss) {
    return Double.isFinite(loss) ? (Double) loss : null;
  }

  private static Optional<HeldOutHistory.Point> last(List<HeldOutHistory.Point> points) {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
  }

  private void write(Map<String, Object> line) throws IOException {
    if (out != null) {
      out.write((json(line) + "\n").getBytes(StandardCharsets.UTF_8));
      out.hflush();
    }
  }

  private static String json(Map<String, Object> line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts are JSON", e);
    }
  }

  @Override
  public void close() {
    attempt(
        () -> {
          if (out != null) {
            out.close();
          }
        });
  }

  /** Something to write. */
  @FunctionalInterface
  private interface Output {
    void write() throws IOException;
  }

  private void attempt(Output output) {
    try {
      output.write();
    } catch (IOException | FSError | UnsupportedOperationException e) {
      LOG.warn("cannot write metrics to {}: {}", path, e.getMessage());
      out = null;
    }
  }
}
