package org.sparkradam.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON that people read: indented, keys in the order given, the same bytes on every platform. */
public final class Json {
  private static final ObjectWriter WRITER = new ObjectMapper().writer(layout());

  private Json() {}

  /**
   * Writes maps, lists, records, text and numbers as JSON. NaN and the infinities, for which JSON
   * has no number, become {@code null}.
   *
   * @throws IllegalArgumentException if the value holds something that has no JSON form
   */
  public static String pretty(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new FiniteNumbers(WRITER.createGenerator(text))) {
      WRITER.writeValue(generator, value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter never fails
    }
    return text + "\n";
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return printer;
  }

  /** Jackson would write the names of numbers that are none as text. */
  private static final class FiniteNumbers extends JsonGeneratorDelegate {
    FiniteNumbers(JsonGenerator to) {
      super(to);
    }

    @Override
    public void writeNumber(double value) throws IOException {
      if (Double.isFinite(value)) {
        super.writeNumber(value + 0.0); // -0.0 + 0.0 is 0.0
      } else {
        writeNull();
      }
    }

    /** The one that is written to would not ask here for each number. */
    @Override
    public void writeArray(double[] values, int offset, int length) throws IOException {
      writeStartArray();
      for (int i = offset; i < offset + length; i++) {
        writeNumber(values[i]);
      }
      writeEndArray();
    }
  }
}
