package org.sparkradam.ml.internal.param;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable;
import org.sparkradam.optim.RuleSetting;

/** Params whose values are the constants of an enum, as users write them. */
public final class ChoiceParams {
  private ChoiceParams() {}

  /**
   * @param doc with %s for the values
   */
  public static Param<String> of(Identifiable owner, String name, String doc, Enum<?>[] constants) {
    List<String> titles = Stream.of(constants).map(ChoiceParams::title).toList();
    return new Param<>(
        owner, name, doc.formatted(String.join(", ", titles)), Validator.oneOf(name, titles));
  }

  /**
   * A setting of update rules.
   *
   * @param more to be said of it
   */
  public static Param<String> of(Identifiable owner, RuleSetting<?> setting, String more) {
    return new Param<>(
        owner,
        setting.name(),
        setting.doc() + more,
        Validator.oneOf(setting.name(), setting.choices()));
  }

  /** A constant as users write it. */
  public static String title(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a title that has been validated. */
  public static <E extends Enum<E>> E constant(Class<E> type, String title) {
    return Enum.valueOf(type, title.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
