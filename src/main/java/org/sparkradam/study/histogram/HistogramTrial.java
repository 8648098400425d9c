package org.sparkradam.study.histogram;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparkradam.optim.GradientClip;
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

  /** Looks at the gradients of some steps before another stepper has them. Not thread-safe. */
  static final class HistogramStepper implements WeightStepper {
    private final WeightStepper stepper;
    private final Set<Long> plan;
    private final SortedMap<Long, LogHistogram> histograms = new TreeMap<>();
    private long steps;

    /**
     * @param plan steps to look at, from 1
     */
    HistogramStepper(WeightStepper stepper, Set<Long> plan) {
      this.stepper = stepper;
      this.plan = plan;
    }

    @Override
    public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
      steps++;
      if (!plan.contains(steps)) {
        return stepper.step(weights, gradientSum, rowWeight);
      }
      GradientClip.none().toMean(gradientSum, rowWeight);
      histograms.put(steps, LogHistogram.of(gradientSum));
      return stepper.step(weights, gradientSum, 1);
    }

    /** What it has seen, by step. */
    SortedMap<Long, LogHistogram> histograms() {
      return histograms;
    }
  }
}
