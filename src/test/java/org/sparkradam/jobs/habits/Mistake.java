package org.sparkradam.jobs.habits;

import java.util.List;

/** What people get wrong on a command line. */
enum Mistake {
  NO_SUCH_LABEL("--label", "lable"),
  NO_SUCH_FEATURE("--features", "nowhere"),
  NO_SUCH_WEIGHT("--weight", "wheight"),
  NO_SUCH_TABLE("--data", Mistake.NO_TABLE),
  NO_SUCH_TEST_TABLE("--test-data", Mistake.NO_TABLE),
  ANOTHER_FORMAT("--format", "libsvm"),
  PARQUET_OF_TEXT("--format", "parquet"),
  ANOTHER_SEPARATOR("--separator", "^"),
  NO_SQL("--select", "SELECT nothing FRM __THIS__"),
  LABEL_SELECTED_AWAY("--select", "SELECT 1 AS one FROM __THIS__"),
  ANOTHER_TASK("--task", "regression"),
  ANOTHER_MODEL("--model", "linear"),
  NO_SUCH_MODEL("--model", "forest"),
  NO_SOLVER("--solver", "radam:beta3=1");

  static final String NO_TABLE = "not-there.csv";

  private final List<String> option;

  Mistake(String... option) {
    this.option = List.of(option);
  }

  /** The command with the mistake in place of what it said of that option. */
  void spoil(List<String> command) {
    int place = command.indexOf(option.get(0));
    if (place >= 0) {
      command.set(place + 1, option.get(1));
    } else {
      command.addAll(option);
    }
  }
}
