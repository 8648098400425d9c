package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.optim.Regularization;

/** PyTorch's RAdam in float64, reached through MLlib's interface. */
class UpdaterOracleTest {
  private static final double RELATIVE_PERCENT = 1e-10;

  private Updater updater;

  @BeforeEach
  void pytorch() {
    updater = new RAdamUpdater().setRhoThreshold(5).setRegularization(Regularization.DECOUPLED);
  }

  @ParameterizedTest
  @CsvSource({
    "1, .9999, 1.9998, 2.99997, 3.99996",
    "6, .9994741789205748, 1.9989741789038866, 2.999824178998452, 3.9997741789706405",
    "10, .9993095991344055, 1.9988095990285837, 2.9996595996282385, 3.999609599451872",
    "100, .9857687367562351, 1.9852687336792638, 2.9861187511154124, 3.9860687459871427",
    "1000, .5553569161345062, 1.5548568787323864, 2.555707090677643, 3.555657028340832"
  })
  void constantGradients(int steps, double w0, double w1, double w2, double w3) {
    Vector gradient = Vectors.dense(0.1, 0.2, 0.03, 0.04);
    Vector weights = probed(Vectors.dense(1, 2, 3, 4));
    for (int t = 1; t <= steps; t++) {
      weights = updater.compute(weights, gradient, 1e-3, t, 0)._1();
    }
    assertClose(weights, w0, w1, w2, w3);
  }

  @Test
  void decoupledDecayOfAQuadratic() {
    Vector weights = probed(Vectors.dense(1, 2, 3));
    for (int t = 1; t <= 200; t++) {
      weights = updater.compute(weights, quadraticGradient(weights), 0.01, t, 0.1)._1();
    }
    assertClose(weights, 0.5669703392287738, 0.49653531120597555, 2.2009173238683166);
  }

  @Test
  void coupledDecayOfAQuadratic() {
    updater = new RAdamUpdater().setRhoThreshold(5);
    Vector weights = probed(Vectors.dense(1, 2, 3));
    for (int t = 1; t <= 200; t++) {
      weights = updater.compute(weights, quadraticGradient(weights), 0.01, t, 0.1)._1();
    }
    assertClose(weights, 0.6535902644895144, 0.6280523471897066, 2.5993607952310898);
  }

  private Vector probed(Vector weights) {
    updater.compute(weights, Vectors.zeros(weights.size()), 0, 1, 0);
    return weights;
  }

  private static Vector quadraticGradient(Vector w) {
    return Vectors.dense(w.apply(0) - 0.5, 10 * (w.apply(1) + 0.25), 0.1 * (w.apply(2) - 2));
  }

  private static void assertClose(Vector weights, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(weights.apply(i)).isCloseTo(expected[i], withinPercentage(RELATIVE_PERCENT));
    }
  }
}
