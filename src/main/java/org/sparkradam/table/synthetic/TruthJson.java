package org.sparkradam.table.synthetic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The contents of {@code _truth.json}. */
final class TruthJson {
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
