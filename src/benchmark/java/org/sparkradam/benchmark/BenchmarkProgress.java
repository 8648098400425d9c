package org.sparkradam.benchmark;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;

/** Says on the console and in Spark's job descriptions what goes on, and for how long still. */
final class BenchmarkProgress {
  private final JavaSparkContext context;
  private final PrintStream console;
  private final double expected;
  private final long started = System.nanoTime();
  private double done;
  private String part = "";

  /**
   * @param seconds that all parts take on the machine they were first timed on
   */
  BenchmarkProgress(JavaSparkContext context, PrintStream console, double seconds) {
    this.context = context;
    this.console = console;
    this.expected = seconds;
  }

  void begin(BenchmarkCase next) {
    part = next.name();
    say(next.title());
  }

  void end(BenchmarkCase last) {
    done += last.seconds();
  }

  void say(String what) {
    context.setJobDescription(part + ": " + what);
    console.printf(Locale.ROOT, "%3.0f %%  %s: %s%s%n", 100 * done / expected, part, what, left());
  }

  private String left() {
    if (done == 0) {
      return "";
    }
    double elapsed = (System.nanoTime() - started) / 1e9;
    return String.format(Locale.ROOT, "; about %.0f s left", elapsed * (expected - done) / done);
  }
}
