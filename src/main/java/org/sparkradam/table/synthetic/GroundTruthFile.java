package org.sparkradam.table.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkradam.table.BadInputException;

/**
 * {@code _truth.json} in the folder of a synthetic table. Spark's readers pass over files whose
 * name begins with an underscore.
 */
public final class GroundTruthFile {
  public static final String NAME = "_truth.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private GroundTruthFile() {}

  /**
   * The best possible loss of a table, or nothing where the path is not the folder of a synthetic
   * one.
   *
   * @throws BadInputException if the file is there and cannot be understood
   */
  public static Optional<BestLoss> read(Configuration configuration, String path) {
    Path file;
    FileSystem files;
    try {
      file = new Path(path, NAME);
      files = file.getFileSystem(configuration);
      if (!files.exists(file)) {
        return Optional.empty();
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    try (InputStream in = files.open(file)) {
      return Optional.of(parse(file, JSON.readTree(in)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static BestLoss parse(Path file, JsonNode json) {
    JsonNode loss = json.path("loss");
    JsonNode value = json.path("best_loss");
    if (!loss.isTextual() || !value.isNumber()) {
      throw unreadable(file, null);
    }
    return new BestLoss(loss.asText(), value.asDouble());
  }

  private static BadInputException unreadable(Path file, Throwable cause) {
    return new BadInputException(
        file + ": not what generate-data writes; remove the file, or generate the table anew",
        cause);
  }

  static BestLoss write(Configuration configuration, Path folder, GroundTruth truth, Tally tally) {
    BestLoss best = tally.bestLoss(truth);
    return write(configuration, folder, best, TruthJson.of(truth, tally, best));
  }

  /**
   * @param json with the best loss and whatever else there is to tell
   */
  static BestLoss write(Configuration configuration, Path folder, BestLoss best, ObjectNode json) {
    Path file = new Path(folder, NAME);
    try (OutputStream out = file.getFileSystem(configuration).create(file, true)) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(out, json);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return best;
  }
}
