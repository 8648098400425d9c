package org.sparkradam.table.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command line holds that must not be shown or written down: values of options whose names
 * sound like secrets, and users and passwords in URLs.
 *
 * @param values the longest first, so that none is cut by a shorter one
 */
public record Secrets(List<String> values) {
  private static final String HIDDEN = "*****";
  private static final String NAMES =
      "password|passwd|passphrase|pwd|secret|token|credential|key|signature";
  private static final Pattern NAME = Pattern.compile("(?i)" + NAMES);

  /** An option of a data source, by itself or after the name of ours. */
  private static final Pattern OPTION =
      Pattern.compile("(?:--(?:output-)?option=)?([^=\\s/?&;]+)=(.*)", Pattern.DOTALL);

  private static final Pattern USER_INFO =
      Pattern.compile("(?<=://)[^/\\s@'\"]+(?=@)|(?<=jdbc:oracle:thin:)[^@\\s'\"]+(?=@)");

  private static final String PARAMETER = "(?i)([?&;][\\w.-]*(?:" + NAMES + ")[\\w.-]*=)";

  /** Where all is a URL, blanks are of it. */
  private static final Pattern PARAMETER_OF_URL = Pattern.compile(PARAMETER + "([^&;]+)");

  private static final Pattern PARAMETER_IN_TEXT = Pattern.compile(PARAMETER + "([^&;\\s'\"]+)");

  /** Shorter ones are in too many words of a message to be replaced there. */
  private static final int SHORTEST = 4;

  public Secrets {
    values =
        values.stream()
            .filter(value -> value.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Of a whole command line. */
  public static Secrets of(List<String> arguments) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      Matcher option = OPTION.matcher(argument);
      // A misspelled --option is none, but what follows it is as secret; statements have blanks.
      boolean isWord = argument.matches("\\S+");
      if ((isWord || isOption(arguments, i)) && option.matches() && sounds(option.group(1))) {
        values.add(option.group(2));
      }
      PARAMETER_OF_URL.matcher(argument).results().forEach(found -> values.add(found.group(2)));
      USER_INFO.matcher(argument).results().forEach(found -> values.add(found.group()));
    }
    return new Secrets(values);
  }

  /** The command line with its secrets hidden. */
  public List<String> shown(List<String> arguments) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      shown.add(hide(isOption(arguments, i) ? optionShown(argument) : argument));
    }
    return shown;
  }

  /** A text, such as what a database has to say of its URL, with the secrets in it hidden. */
  public String hide(String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, HIDDEN);
    }
    return hideInUrls(hidden);
  }

  /** Options by name, as they may be written down. */
  static Map<String, String> shown(Map<String, String> options) {
    Map<String, String> shown = new TreeMap<>();
    options.forEach((name, value) -> shown.put(name, shown(name, value)));
    return shown;
  }

  static String hideInUrls(String text) {
    return hide(PARAMETER_IN_TEXT, text);
  }

  private static boolean isOption(List<String> arguments, int i) {
    return arguments.get(i).matches("(?s)--(output-)?option=.*")
        || (i > 0 && arguments.get(i - 1).matches("--(output-)?option"));
  }

  private static String optionShown(String argument) {
    Matcher option = OPTION.matcher(argument);
    return option.matches() && sounds(option.group(1))
        ? argument.substring(0, option.start(2)) + HIDDEN
        : argument;
  }

  private static String shown(String name, String value) {
    return sounds(name) ? HIDDEN : hide(PARAMETER_OF_URL, value);
  }

  private static String hide(Pattern parameter, String text) {
    String withoutUsers = USER_INFO.matcher(text).replaceAll(HIDDEN);
    return parameter.matcher(withoutUsers).replaceAll("$1" + HIDDEN);
  }

  private static boolean sounds(String name) {
    return NAME.matcher(name).find();
  }
}
