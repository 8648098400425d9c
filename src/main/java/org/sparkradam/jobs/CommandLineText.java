package org.sparkradam.jobs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.table.read.Secrets;

/** A command line as a shell takes it back, but for the secrets in it. */
final class CommandLineText {
  private CommandLineText() {}

  static String of(String command, List<String> arguments) {
    List<String> shown = Secrets.of(arguments).shown(arguments);
    return Stream.concat(Stream.of(command), shown.stream().map(CommandLineText::quoted))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
