package org.sparkradam.ml;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.optim.NamedRule;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.RuleSetting;
import org.sparkradam.optim.UpdateRule;

/**
 * The update rule that a stage trains with: the user's own, or the one of its {@code solver}, made
 * of the params that are set; what is not set has the rule's default.
 */
record StageRule(MiniBatchStage stage) {
  /** The first is what a stage has where none is set. */
  static List<String> names() {
    return NamedRules.ofStages().stream().map(NamedRule::name).toList();
  }

  private Optional<UpdateRule> own() {
    return stage.stageParams().attachments.updateRule();
  }

  private NamedRule named() {
    String solver = ParamValue.of(stage, stage.stageParams().optimizer.solver);
    return NamedRules.find(solver).orElseThrow();
  }

  /** What a user calls it. */
  String title() {
    return own().isPresent() ? "the rule of setUpdateRule" : "solver " + named().name();
  }

  /**
   * @throws IllegalArgumentException if there is a rule of the user's own and a solver, too
   */
  void check() {
    if (own().isPresent() && stage.isSet(stage.stageParams().optimizer.solver)) {
      throw new IllegalArgumentException(
          "solver must not be set with setUpdateRule, which takes its place");
    }
  }

  /** Whether it is radam, whose first steps are short. */
  boolean isRectified() {
    return own().isEmpty() && named().name().equals(names().get(0));
  }

  /** Whether it is known to divide by the root of a second moment. */
  boolean isAdaptive() {
    return own().isEmpty() && !FullBatchSolver.isChosen(stage) && named().adaptive();
  }

  /** The weight decay where none is set. */
  double weightDecay() {
    return own().isPresent() ? 0 : named().weightDecay();
  }

  /** The name of the schedule: the param's, or where it is not set the rule's. */
  String schedule() {
    Param<String> param = stage.stageParams().variants.schedule;
    return stage.isSet(param) || own().isPresent()
        ? ParamValue.of(stage, param)
        : named().schedule();
  }

  /**
   * @param beta2 of a solver that has a second moment
   * @throws IllegalArgumentException if params do not go together
   */
  UpdateRule rule(double beta2) {
    return own().orElseGet(() -> named().rule(new Values(stage, beta2)));
  }

  private record Values(MiniBatchStage stage, double beta2) implements RuleSetting.Values {
    @Override
    public <T> T of(RuleSetting<T> setting) {
      if (setting.name().equals(NamedRules.BETA2.name())) {
        return setting.read(Double.toString(beta2));
      }
      return stage.hasParam(setting.name()) && stage.isSet(stage.getParam(setting.name()))
          ? setting.read(stage.getOrDefault(stage.getParam(setting.name())).toString())
          : setting.otherwise();
    }
  }
}
