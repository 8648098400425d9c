package org.sparkradam.study;

import static java.lang.invoke.MethodType.methodType;

import breeze.linalg.DenseVector;
import breeze.optimize.DiffFunction;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import scala.Tuple2;

/**
 * An objective as Breeze's minimisers take it.
 *
 * <p>javac refuses every class and lambda that implements {@code DiffFunction}, and so does a
 * proxy, since the trait inherits two {@code apply} that differ in what they return. The JVM has no
 * such scruple: a lambda made at run time implements the one method that the trait leaves open.
 */
@FunctionalInterface
interface BreezeObjective {
  /** The objective and its gradient. */
  record Value(double value, double[] gradient) {}

  Value at(double[] weights);

  @SuppressWarnings("unchecked")
  static DiffFunction<DenseVector<Object>> of(BreezeObjective objective) {
    try {
      return (DiffFunction<DenseVector<Object>>) lambda().invoke(objective);
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
            lookup.findStatic(
                BreezeObjective.class,
                "calculate",
                methodType(Tuple2.class, BreezeObjective.class, DenseVector.class)),
            methodType(Tuple2.class, DenseVector.class));
    return site.getTarget();
  }

  private static Tuple2<Object, DenseVector<Object>> calculate(
      BreezeObjective objective, DenseVector<?> at) {
    Value value = objective.at((double[]) at.data());
    return new Tuple2<>(value.value(), new DenseVector<>(value.gradient()));
  }
}
