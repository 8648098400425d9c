package org.sparkradam.study.histogram;

import java.util.Set;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.Trial;
import org.sparkradam.study.engine.LimitedTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.OptimizerStepper;
import org.sparkradam.train.WeightStepper;
import org.sparkradam.train.evaluation.Evaluation;

/** A trial in training, with the stepper that looks at its gradients. */
record HistogramTrial(String solver, HistogramStepper stepper, LockstepTrial training) {

  /** One that a solver steps. */
  static HistogramTrial of(Trial trial, ComparisonSpec spec, Set<Long> plan) {
    WeightStepper stepper =
        new OptimizerStepper(
            LimitedTraining.optimizer(trial, spec), spec.model().loss().weightCount());
    return of(trial.solver().name(), trial.seed(), stepper, spec, plan);
  }

  /** One whose weights stay at the start. */
  static HistogramTrial unmoved(long seed, ComparisonSpec spec, Set<Long> plan) {
    return of(
        HistogramResult.UNMOVED,
        seed,
        (weights, sum, rowWeight) -> StepOutcome.at(weights),
        spec,
        plan);
  }

  private static HistogramTrial of(
      String solver, long seed, WeightStepper stepper, ComparisonSpec spec, Set<Long> plan) {
    HistogramStepper looking = new HistogramStepper(stepper, plan);
    double[] start = spec.model().initialWeights(seed);
    return new HistogramTrial(
        solver, looking, new LockstepTrial(seed, looking, start, new LossHistory()));
  }

  RecordedTrial recorded(LabelScale labels, Evaluation onTraining, Evaluation onTest) {
    return new RecordedTrial(
        solver,
        training.seed(),
        RecordedTrial.Step.of(
            stepper.histograms(),
            training.history(),
            loss -> labels.restored(new Evaluation(loss, Double.NaN)).loss()),
        onTraining,
        onTest,
        training.history().divergence());
  }
}
