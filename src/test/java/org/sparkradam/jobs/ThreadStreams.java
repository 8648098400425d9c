package org.sparkradam.jobs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard streams that keep apart what several threads say, so that jobs run side by side. */
final class ThreadStreams implements AutoCloseable {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Caught said = new Caught(out);
  private final Caught complained = new Caught(err);

  ThreadStreams() {
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  /** Runs a job in this thread. */
  JobRun run(Sessions sessions, Job job, String... arguments) {
    said.begin();
    complained.begin();
    try {
      int status = new JobRunner(sessions, StandardCharsets.UTF_8).execute(job, arguments);
      return new JobRun(status, said.text(), complained.text());
    } finally {
      said.end();
      complained.end();
    }
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }

  /** What a thread writes while it runs a job; what others write goes on. */
  private static final class Caught extends OutputStream {
    private final ThreadLocal<ByteArrayOutputStream> own = new ThreadLocal<>();
    private final PrintStream real;

    Caught(PrintStream real) {
      this.real = real;
    }

    void begin() {
      own.set(new ByteArrayOutputStream());
    }

    String text() {
      return own.get().toString(StandardCharsets.UTF_8);
    }

    void end() {
      own.remove();
    }

    @Override
    public void write(int b) {
      OutputStream to = own.get();
      if (to == null) {
        real.write(b);
      } else {
        own.get().write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      ByteArrayOutputStream to = own.get();
      if (to == null) {
        real.write(bytes, from, length);
      } else {
        to.write(bytes, from, length);
      }
    }
  }
}
