package org.sparkradam.optim;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An update rule as users name it, with what it is composed with where they say nothing else.
 *
 * @param name such as "radam"
 * @param doc one line
 * @param settings that it takes
 * @param factory makes the rule of values of these settings; an {@link IllegalArgumentException}
 *     says what does not go together
 * @param weightDecay decoupled, where none is set
 * @param schedule of a whole run, where none is set, by its name in {@link NamedSchedules}
 * @param adaptive whether it divides by a root of a moving second moment
 */
public record NamedRule(
    String name,
    String doc,
    List<RuleSetting<?>> settings,
    Function<RuleSetting.Values, UpdateRule> factory,
    double weightDecay,
    String schedule,
    boolean adaptive) {

  /** An adaptive rule with a cosine schedule and no decay. */
  static NamedRule adaptive(
      String name,
      String doc,
      Function<RuleSetting.Values, UpdateRule> factory,
      RuleSetting<?>... settings) {
    return new NamedRule(name, doc, List.of(settings), factory, 0, "cosine", true);
  }

  NamedRule withWeightDecay(double value) {
    return new NamedRule(name, doc, settings, factory, value, schedule, adaptive);
  }

  NamedRule withoutSchedule() {
    return new NamedRule(name, doc, settings, factory, weightDecay, "constant", adaptive);
  }

  NamedRule withoutSecondMoment() {
    return new NamedRule(name, doc, settings, factory, weightDecay, schedule, false);
  }

  /** {@return the names of its settings, in their order} */
  public List<String> settingNames() {
    return settings.stream().<String>map(RuleSetting::name).toList();
  }

  /**
   * The rule of some values; what is no setting of it has its default.
   *
   * @param values of settings; those of other rules are not looked at
   * @return a rule of these settings
   * @throws IllegalArgumentException if they do not go together
   */
  public UpdateRule rule(RuleSetting.Values values) {
    return factory.apply(
        new RuleSetting.Values() {
          @Override
          public <T> T of(RuleSetting<T> setting) {
            return own(setting).map(values::of).orElseGet(setting::otherwise);
          }
        });
  }

  /** The setting with the default that it has here. */
  @SuppressWarnings("unchecked") // settings of one name have one type
  private <T> Optional<RuleSetting<T>> own(RuleSetting<T> setting) {
    return settings.stream()
        .filter(own -> own.name().equals(setting.name()))
        .map(own -> (RuleSetting<T>) own)
        .findFirst();
  }
}
