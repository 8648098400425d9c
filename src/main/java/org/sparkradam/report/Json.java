package org.sparkradam.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** JSON that people read: indented, keys in the order given, the same bytes on every platform. */
public final class Json {
  private static final ObjectWriter WRITER = new ObjectMapper().writer(layout());

  private Json() {}

  /**
   * Writes maps, lists, records, text and numbers as JSON. NaN and the infinities, for which JSON
   * has no number, become text.
   *
   * @throws IllegalArgumentException if the value holds something that has no JSON form
   */
  public static String pretty(Object value) {
    try {
      return WRITER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return printer;
  }
}
