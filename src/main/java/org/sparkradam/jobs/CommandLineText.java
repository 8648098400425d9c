package org.sparkradam.jobs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command line as a shell takes it back. */
final class CommandLineText {
  private CommandLineText() {}

  static String of(String command, List<String> arguments) {
    return Stream.concat(Stream.of(command), arguments.stream().map(CommandLineText::quoted))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
