package org.sparkradam.jobs;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.table.column.BadInputException;

/** Options whose values are the constants of an enum, in small letters. */
final class ChoiceOption {
  private ChoiceOption() {}

  /**
   * The constant that was asked for.
   *
   * @throws BadInputException if there is none of this name
   */
  static <E extends Enum<E>> E of(String option, Class<E> type, String text) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> title(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "%s must be one of %s, but was %s".formatted(option, titles(type), text)));
  }

  private static String titles(Class<? extends Enum<?>> type) {
    return Stream.of(type.getEnumConstants())
        .map(ChoiceOption::title)
        .collect(Collectors.joining(", "));
  }

  private static String title(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
