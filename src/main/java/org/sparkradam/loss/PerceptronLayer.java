package org.sparkradam.loss;

import java.io.Serializable;

/**
 * One affine layer's place among the weights, as Spark lays them out: inputs × units, input after
 * input, then one bias a unit.
 *
 * @param weightsFrom where its weights begin
 * @param unitsFrom how many units a row has in the layers below, the features not counted
 */
record PerceptronLayer(int inputs, int units, int weightsFrom, int unitsFrom)
    implements Serializable {

  Matrix weights(double[] all) {
    return new Matrix(all, weightsFrom, inputs, units);
  }

  int biasFrom() {
    return weightsFrom + inputs * units;
  }

  int end() {
    return biasFrom() + units;
  }

  /** This layer's part of an array that holds all layers' units of so many rows. */
  Matrix units(double[] all, int rows) {
    return new Matrix(all, rows * unitsFrom, rows, units);
  }
}
