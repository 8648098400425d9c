package org.sparkradam.study.fit;

import java.util.List;
import org.apache.spark.ml.Estimator;
import org.sparkradam.study.StudyModel;

/**
 * What is to be fitted.
 *
 * @param model of which kind and sizes
 * @param settings of the stage that trains it; what is not set is the stage's to choose
 */
public record FitSpec(StudyModel model, List<StageSetting> settings) {
  public FitSpec {
    settings = List.copyOf(settings);
  }

  /**
   * A stage that is ready to fit a prepared table, whose features are standardised already: its
   * penalty is on their coefficients as they are.
   *
   * @throws org.sparkradam.table.BadInputException if a setting is wrong
   */
  Estimator<?> stage() {
    Estimator<?> stage = StageChoice.of(model);
    if (stage.hasParam("standardization")) {
      stage.set(stage.getParam("standardization"), (Object) false);
    }
    settings.forEach(setting -> setting.applyTo(stage));
    return stage;
  }
}
