package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The params that only the perceptron has; both are MLlib's. */
final class PerceptronParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final IntArrayParam layers;
  final Param<Vector> initialWeights;

  PerceptronParams(Params owner) {
    layers =
        ArrayParams.counts(
            owner,
            "layers",
            "sizes of the layers from the features to the classes, at least two, each at least 1",
            PerceptronParams::checkLayers);
    initialWeights =
        new Param<>(
            owner,
            "initialWeights",
            "weights on raw features to start from, in the layout of the model's; not set: drawn"
                + " by seed",
            Validator.of("initialWeights", Vector.class, PerceptronParams::checkWeights));
  }

  private static void checkWeights(Vector weights) {
    for (double weight : weights.toArray()) {
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("initialWeights must be finite, but one was " + weight);
      }
    }
  }

  private static void checkLayers(int[] sizes) {
    if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "layers must be at least two sizes, each at least 1, but were " + Arrays.toString(sizes));
    }
  }
}
