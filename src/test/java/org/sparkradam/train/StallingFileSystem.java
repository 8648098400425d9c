package org.sparkradam.train;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk under another name, which stops for ever in the middle of one file: whoever kills
 * the writer then leaves half of it.
 */
public final class StallingFileSystem extends RawLocalFileSystem {
  static final String SCHEME = "stalling";

  /** What is printed when the writer has been stopped. */
  static final String STALLED = "stalled in the middle of a file";

  /** The setting: files whose name begins so are never finished. */
  static final String STALL_AT = "sparkradam.stall.at";

  private String stallAt;

  @Override
  public void initialize(URI uri, Configuration hadoop) throws IOException {
    super.initialize(uri, hadoop);
    stallAt = hadoop.get(STALL_AT, "");
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return stalling(
        file,
        super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return stalling(
        file, super.create(file, overwrite, bufferSize, replication, blockSize, progress));
  }

  private FSDataOutputStream stalling(Path file, FSDataOutputStream out) throws IOException {
    return stallAt.isEmpty() || !file.getName().startsWith(stallAt)
        ? out
        : new FSDataOutputStream(new HalfWritten(out), null);
  }

  /** Takes a hundred bytes to the disk and no more. */
  private static final class HalfWritten extends FilterOutputStream {
    private static final int BYTES = 100;
    private int written;

    HalfWritten(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      if (written++ == BYTES) {
        out.flush();
        stall();
      }
      out.write(value);
    }

    private static void stall() {
      System.out.println(STALLED);
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
