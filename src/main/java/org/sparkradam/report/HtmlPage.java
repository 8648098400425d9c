package org.sparkradam.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.text.PlainText;

/**
 * A report as one page that needs nothing besides itself: it opens offline, runs no script, and
 * forbids the browser to load anything.
 *
 * @param title the title
 * @param lead the question, and what was done to answer it
 * @param answers what came out, a sentence each, the most important first
 * @param parts tables and figures in the order they are read
 * @param settings every setting with its value
 * @param command the command line that repeats the run
 * @param footer version and time
 */
public record HtmlPage(
    String title,
    String lead,
    List<String> answers,
    List<Part> parts,
    Map<String, String> settings,
    String command,
    String footer) {
  private static final Template TEMPLATE = template();

  /** One line of the settings. */
  record Setting(String name, String value) {}

  /** Keeps copies of lists and map, which stay in their order. */
  public HtmlPage {
    answers = List.copyOf(answers);
    parts = List.copyOf(parts);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The page as HTML, to be written as UTF-8. */
  public String toHtml() {
    return TEMPLATE.execute(this);
  }

  List<Setting> settingList() {
    return settings.entrySet().stream().map(e -> new Setting(e.getKey(), e.getValue())).toList();
  }

  private static Template template() {
    try (InputStream stream = HtmlPage.class.getResourceAsStream("page.mustache")) {
      return Mustache.compiler()
          .withEscaper(text -> Escapers.HTML.escape(PlainText.of(text)))
          .nullValue("")
          .emptyStringIsFalse(true)
          .compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
