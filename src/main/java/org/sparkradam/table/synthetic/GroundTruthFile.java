package org.sparkradam.table.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkradam.table.column.BadInputException;

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

  /** The contents of {@code _truth.json}. */
  private static final class TruthJson {
    private final GroundTruth truth;

    private TruthJson(GroundTruth truth) {
      this.truth = truth;
    }

    static ObjectNode of(GroundTruth truth, Tally tally, BestLoss best) {
      TruthJson writer = new TruthJson(truth);
      ObjectNode json = object();
      json.put("loss", best.loss());
      json.put("best_loss", best.value());
      if (truth.labels() instanceof LabelLaw.Regression law) {
        json.put("best_rmse", law.noise());
      }
      ArrayNode counts = json.putArray("class_counts");
      tally.counts().forEach(counts::add);
      json.set("spec", writer.spec());
      json.set("intercepts", array(truth.labels().intercepts()));
      json.set("columns", writer.columns());
      return json;
    }

    private ObjectNode spec() {
      SyntheticSpec spec = truth.spec();
      ObjectNode json = object();
      json.put("rows", spec.rows());
      json.put("numeric", spec.numeric()).put("categorical", spec.categorical());
      json.put("missing", spec.missing());
      if (spec.target() instanceof Target.Classes target) {
        json.put("task", target.classes() == 2 ? "binary" : "multiclass");
        json.put("classes", target.classes()).put("rare_fraction", target.rareFraction());
        json.put("label_noise", target.labelNoise());
      } else {
        json.put("task", "regression");
      }
      return json.put("drift", spec.drift()).put("seed", spec.seed());
    }

    private ArrayNode columns() {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      for (int j = 0; j < truth.columns().numeric().size(); j++) {
        json.add(numeric(j));
      }
      for (int j = 0; j < truth.columns().categorical().size(); j++) {
        json.add(categorical(j));
      }
      return json;
    }

    private ObjectNode numeric(int j) {
      TableColumns.Numeric column = truth.columns().numeric().get(j);
      ObjectNode json = object().put("name", column.name()).put("law", column.law().name());
      json.put("mean", column.law().mean()).put("deviation", column.law().deviation());
      json.put("missing", column.missing());
      json.set("coefficients", perScore(k -> truth.signal().early().coefficient(k, j)));
      if (truth.signal().angle() > 0) {
        json.set("late_coefficients", perScore(k -> truth.signal().late().coefficient(k, j)));
      }
      return json;
    }

    private ObjectNode categorical(int j) {
      TableColumns.Categorical column = truth.columns().categorical().get(j);
      ObjectNode json = object().put("name", column.name()).put("law", "zipf");
      json.put("levels", column.levels().size());
      json.set("effects", effects(truth.signal().early(), j));
      if (truth.signal().angle() > 0) {
        json.set("late_effects", effects(truth.signal().late(), j));
      }
      return json;
    }

    /** One array of effects, level after level, for each score. */
    private ArrayNode effects(LinearScores scores, int j) {
      int levels = truth.columns().categorical().get(j).levels().size();
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      for (int score = 0; score < truth.spec().target().scores(); score++) {
        int k = score;
        json.add(
            array(IntStream.range(0, levels).mapToDouble(l -> scores.effect(k, j, l)).toArray()));
      }
      return json;
    }

    private ArrayNode perScore(IntToDoubleFunction value) {
      return array(IntStream.range(0, truth.spec().target().scores()).mapToDouble(value).toArray());
    }

    private static ObjectNode object() {
      return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode array(double[] values) {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      Arrays.stream(values).forEach(json::add);
      return json;
    }
  }
}
