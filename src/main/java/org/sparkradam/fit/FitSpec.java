package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Estimator;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.ml.Budget;
import org.sparkradam.ml.MiniBatchStage;
import org.sparkradam.table.column.BadInputException;

/**
 * What is to be fitted.
 *
 * @param model of which kind and sizes
 * @param settings of the stage that trains it; what is not set is the stage's to choose
 * @param maxSeconds that training may last; infinite for no limit
 */
public record FitSpec(ModelSpec model, List<StageSetting> settings, double maxSeconds) {
  public FitSpec {
    settings = List.copyOf(settings);
  }

  /**
   * The same with as many steps as passes over the training rows take, in minibatches of the size
   * that the stage has for most tables.
   *
   * @param option that asks for it, to be named where it is wrong
   * @throws BadInputException if a setting is wrong or the steps are too many
   */
  public FitSpec withEpochs(String option, double epochs, long rows) {
    long batchSize = Budget.planned((MiniBatchStage) stage(), rows).batchSize();
    double steps = Math.ceil(epochs * rows / Math.min(batchSize, rows));
    if (steps > Integer.MAX_VALUE) {
      throw new BadInputException(
          String.format(Locale.ROOT, "%s %s: that is %.0f steps", option, epochs, steps));
    }
    List<StageSetting> all = new ArrayList<>(settings);
    all.add(new StageSetting(option, "maxIter", (int) steps));
    if (batchSize < rows) {
      all.add(new StageSetting(option, "batchSize", batchSize));
    }
    return new FitSpec(model, all, maxSeconds);
  }

  /**
   * A stage that is ready to fit a prepared table, whose features are standardised already: its
   * penalty is on their coefficients as they are.
   *
   * @throws BadInputException if a setting is wrong
   */
  Estimator<?> stage() {
    Estimator<?> stage = model.stage();
    if (stage.hasParam("standardization")) {
      stage.set(stage.getParam("standardization"), (Object) false);
    }
    settings.forEach(setting -> setting.applyTo(stage));
    return stage;
  }
}
