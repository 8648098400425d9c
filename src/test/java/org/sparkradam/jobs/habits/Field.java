package org.sparkradam.jobs.habits;

/**
 * A column before anybody has written it down.
 *
 * @param gaps the share of its values that are missing
 */
record Field(String name, Kind kind, double gaps) {
  Object draw(Dice dice, int row) {
    Object value = kind.draw(dice, row);
    return dice.chance(gaps) ? null : value;
  }

  Field named(String other) {
    return new Field(other, kind, gaps);
  }

  /** Whether --features, --exclude and --categorical can name it, which take lists. */
  boolean canBeListed() {
    return !name.contains(",") && !name.contains("\"") && name.equals(name.strip());
  }
}
