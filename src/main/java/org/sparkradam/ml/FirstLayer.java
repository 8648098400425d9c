package org.sparkradam.ml;

import org.sparkradam.loss.FirstLayerCentring;

/**
 * The first layer of a perceptron, which takes the features' scaling in: a weight w on x/σ is the
 * weight w/σ on x. Weights of the layers above stay what they are.
 *
 * @param moments of the raw features
 * @param units of the layer
 */
record FirstLayer(FeatureMoments moments, int units) {
  FirstLayerCentring centring() {
    return new FirstLayerCentring(moments.scaledMeans(), units);
  }

  /** Weights on scaled features as weights on raw ones. */
  double[] toRaw(double[] scaled) {
    double[] raw = scaled.clone();
    for (int i = 0; i < moments.size() * units; i++) {
      raw[i] *= moments.scale(i / units);
    }
    return raw;
  }

  /** Weights on raw features as weights on scaled ones; what is constant goes to the biases. */
  double[] toScaled(double[] raw) {
    double[] scaled = raw.clone();
    int biasFrom = moments.size() * units;
    for (int i = 0; i < biasFrom; i++) {
      int feature = i / units;
      if (moments.scale(feature) > 0) {
        scaled[i] /= moments.scale(feature);
      } else {
        scaled[i] = 0;
        scaled[biasFrom + i % units] += raw[i] * moments.means()[feature];
      }
    }
    return scaled;
  }
}
