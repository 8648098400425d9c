package org.sparkradam.jobs;

import org.sparkradam.block.TrainingPlace;
import org.sparkradam.table.BadInputException;

/** The values of {@code --train-on}. */
final class PlaceOption {
  private PlaceOption() {}

  /**
   * @throws BadInputException if there is no such place
   */
  static void check(String titleOrNull) {
    if (titleOrNull != null && !TrainingPlace.titles().contains(titleOrNull)) {
      throw new BadInputException(
          "--train-on must be one of %s, but was %s"
              .formatted(String.join(", ", TrainingPlace.titles()), titleOrNull));
    }
  }
}
