package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.spark.ml.Model;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.loss.kernel.Kernel;

/**
 * With the portable kernel a fit comes to the same bits on every machine, Java and line of Spark,
 * and in every version in which no algorithm is another. Where one is on purpose, the digest here
 * and the change log change with it.
 */
class SameBitsTest {
  private static final Dataset<Row> CLASSES = StageRows.classes(300, 2).cache();
  private static final Dataset<Row> NUMBERS = StageRows.numbers(300).cache();

  @ParameterizedTest
  @CsvSource({
    "radam, 9dee9707, f0844559, 57b00248, 684ca3e0, 7b17c172, 03b3a9da",
    "adamw, f78e6fe0, ce89afcf, 35ba5485, 9996705c, 140c827e, 8c5165fe",
    "sgd, 3af37336, 4e2cdd49, 0b6c91eb, b0f6b7cc, d582d71a, 18b38f8c",
    "radam-schedule-free, d3f9db95, 9e1fce07, 30a40ff2, e669db1d, ef7449f3, 67394854"
  })
  void asEver(
      String solver,
      String logistic,
      String linear,
      String svc,
      String fm,
      String fmr,
      String mlp) {
    assertThat(
            List.of(
                digest(new MiniBatchLogisticRegression(), solver, CLASSES),
                digest(new MiniBatchLinearRegression(), solver, NUMBERS),
                digest(new MiniBatchLinearSVC(), solver, CLASSES),
                digest(new MiniBatchFMClassifier().setFactorSize(2), solver, CLASSES),
                digest(new MiniBatchFMRegressor().setFactorSize(2), solver, NUMBERS),
                digest(
                    new MiniBatchMultilayerPerceptronClassifier()
                        .setLayers(new int[] {StageRows.FEATURES, 5, 2}),
                    solver,
                    CLASSES)))
        .containsExactly(logistic, linear, svc, fm, fmr, mlp);
  }

  private static <M extends Model<M>> String digest(
      LockstepStage<M> stage, String solver, Dataset<Row> table) {
    BudgetParams budget = stage.stageParams().budget;
    stage.set(stage.stageParams().optimizer.solver, solver);
    stage.set(budget.maxIter, 40);
    stage.set(budget.batchSize, 64L);
    stage.set(budget.numPartitions, 3);
    LockstepFits fits = new LockstepFits(table, Kernel.named("portable"));
    Model<M> model = fits.train(List.of(stage.training())).get(0).orThrow().result();
    CRC32 digest = new CRC32();
    for (double weight : TrainedWeights.of(model)) {
      digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(weight).array());
    }
    return HexFormat.of().toHexDigits((int) digest.getValue());
  }
}
