package org.sparkradam.ml.internal.param;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.util.Identifiable;
import scala.Function1;

/** A param that is true or false and refuses all else by name; Spark's own checks nothing. */
public final class FlagParam extends BooleanParam {
  private static final long serialVersionUID = 1L;

  private final Validator<Object> validator;

  public FlagParam(Identifiable owner, String name, String doc) {
    super(owner, name, doc);
    validator = Validator.of(name, Boolean.class);
  }

  @Override
  public Function1<Object, Object> isValid() {
    return validator;
  }
}
