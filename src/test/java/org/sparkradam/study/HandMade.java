package org.sparkradam.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.evaluation.Evaluation;

/** Results of comparisons as if they had been trained. */
public final class HandMade {
  private HandMade() {}

  /** The test loss that a trial is to have; NaN makes it diverge. */
  @FunctionalInterface
  public interface Losses {
    /** Of the trial of a solver, rate and seed. */
    double of(String solver, double learningRate, long seed);
  }

  /** A softmax comparison of 9 steps whose accuracy is 1 minus its loss. */
  public static ComparisonResult result(
      String solvers, double[] rates, long[] seeds, Losses losses) {
    ComparisonSpec spec =
        spec(
            new LinearModel(LinearKind.SOFTMAX, 3, 3),
            SolverParser.parseList(solvers),
            rates,
            seeds,
            9);
    return result(spec, 100, spec.trials().stream().map(trial -> outcome(trial, losses)).toList());
  }

  /** Of these trials, over so many training rows. */
  public static ComparisonResult result(
      ComparisonSpec spec, long rows, List<TrialOutcome> outcomes) {
    return new ComparisonResult(
        spec,
        new DataFacts(LabelScale.NONE, rows, 20, "0123456789abcdef", 2, TrainingPlace.EXECUTORS),
        outcomes,
        Optional.empty());
  }

  /** Minibatches of 10 rows, no penalty, plain loops, on executors. */
  public static ComparisonSpec spec(
      LinearModel model, List<Solver> solvers, double[] rates, long[] seeds, long steps) {
    return new ComparisonSpec(
        model,
        solvers,
        rates,
        seeds,
        10,
        new ComparisonSpec.RunLimits(steps, Double.POSITIVE_INFINITY),
        Penalty.none(),
        ComparisonSpec.EngineKind.MINIBATCH,
        new PortableKernel(),
        OptionalInt.empty(),
        Aggregation.automatic(),
        TrainingPlace.EXECUTORS,
        0);
  }

  /** A trial of 9 steps that ends at this loss and accuracy; NaN of either if it diverged. */
  public static TrialOutcome outcome(Trial trial, double loss, double metric) {
    Optional<String> divergence =
        Double.isNaN(loss) ? Optional.of("loss not finite at step 3") : Optional.empty();
    Evaluation evaluation = new Evaluation(loss, metric);
    return new TrialOutcome(
        new Trial.Run(trial, 9, 90, 2, new double[] {1}, divergence),
        evaluation,
        evaluation,
        List.of());
  }

  private static TrialOutcome outcome(Trial trial, Losses losses) {
    double loss = losses.of(trial.solver().name(), trial.learningRate(), trial.seed());
    return outcome(trial, loss, 1 - loss);
  }
}
