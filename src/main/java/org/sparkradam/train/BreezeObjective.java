package org.sparkradam.train;

import static java.lang.invoke.MethodType.methodType;

import breeze.linalg.DenseVector;
import breeze.optimize.DiffFunction;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import scala.Tuple2;

/**
 * An objective as Breeze's minimisers take it, counted: they remember the last point themselves.
 *
 * <p>javac refuses every class and lambda that implements {@code DiffFunction}, and so does a
 * proxy, since the trait inherits two {@code apply} that differ in what they return. The JVM has no
 * such scruple: a lambda made at run time implements the one method that the trait leaves open.
 */
final class BreezeObjective {
  private final SmoothObjective objective;
  private int evaluations;

  BreezeObjective(SmoothObjective objective) {
    this.objective = objective;
  }

  /** How often the objective was evaluated. */
  int evaluations() {
    return evaluations;
  }

  @SuppressWarnings("unchecked")
  DiffFunction<DenseVector<Object>> function() {
    try {
      return (DiffFunction<DenseVector<Object>>) lambda().invoke(this);
    } catch (Throwable e) {
      throw new LinkageError("Breeze's DiffFunction is not what it was", e);
    }
  }

  private static MethodHandle lambda()
      throws ReflectiveOperationException, LambdaConversionException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    CallSite site =
        LambdaMetafactory.metafactory(
            lookup,
            "calculate",
            methodType(DiffFunction.class, BreezeObjective.class),
            methodType(Tuple2.class, Object.class),
            lookup.findVirtual(
                BreezeObjective.class, "calculate", methodType(Tuple2.class, DenseVector.class)),
            methodType(Tuple2.class, DenseVector.class));
    return site.getTarget();
  }

  @SuppressWarnings("UnusedMethod") // found by name
  private Tuple2<Object, DenseVector<Object>> calculate(DenseVector<?> at) {
    SmoothObjective.Value value = objective.at((double[]) at.data());
    requireStart(evaluations++ > 0 || isFinite(value), value);
    return new Tuple2<>(value.value(), new DenseVector<>(value.gradient()));
  }

  /** Later on a line search just takes a shorter step. */
  private static void requireStart(boolean usable, SmoothObjective.Value value) {
    if (!usable) {
      throw new IllegalArgumentException(
          "the objective and its gradient must be finite at the start, but the objective was "
              + value.value());
    }
  }

  private static boolean isFinite(SmoothObjective.Value value) {
    return Double.isFinite(value.value())
        && Arrays.stream(value.gradient()).allMatch(Double::isFinite);
  }
}
