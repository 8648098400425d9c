package org.sparkradam.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NotDirectoryException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder that a job writes to, on any Hadoop file system. */
public final class OutputFolder {
  private final FileSystem files;
  private final Path folder;

  private OutputFolder(FileSystem files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /** What may already be there. */
  public enum Existing {
    /** A folder that is not empty is refused. */
    REFUSED,
    /** Files of the same names are replaced, others stay. */
    OVERWRITTEN
  }

  /**
   * Makes sure that the folder can be made and written to, before hours of work depend on it.
   *
   * @throws NotDirectoryException if it is a file
   * @throws DirectoryNotEmptyException if something is there and is refused
   * @throws IOException if it cannot be written to
   * @throws RuntimeException if the path is none, likewise
   */
  public static OutputFolder prepare(Configuration hadoop, String path, Existing existing)
      throws IOException {
    Path folder = new Path(path);
    // Not the shared instance: checksum files beside a report would only puzzle its reader.
    FileSystem files = FileSystem.newInstance(folder.toUri(), hadoop);
    files.setWriteChecksum(false);
    boolean there = files.exists(folder);
    if (there) {
      check(files.getFileStatus(folder), files, path, existing);
    }
    files.mkdirs(folder);
    Path trial = new Path(folder, ".spark-radam-writable");
    files.create(trial, true).close();
    files.delete(trial, false);
    if (!there) {
      // The first file makes it again; a run that is refused before leaves nothing.
      files.delete(folder, false);
    }
    return new OutputFolder(files, files.makeQualified(folder));
  }

  private static void check(FileStatus folder, FileSystem files, String path, Existing existing)
      throws IOException {
    if (folder.isFile()) {
      throw new NotDirectoryException(path);
    }
    if (existing == Existing.REFUSED && files.listStatus(folder.getPath()).length > 0) {
      throw new DirectoryNotEmptyException(path);
    }
  }

  /** Writes text as UTF-8. */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file, whole or, where the file system fails, with an exception. */
  public void write(String name, byte[] content) {
    try (OutputStream stream = files.create(new Path(folder, name), true)) {
      stream.write(content);
    } catch (IOException | FSError e) { // An error of Hadoop's own where a local disk is full.
      throw new UncheckedIOException(new IOException("cannot write " + new Path(folder, name), e));
    }
  }

  /** Where a file of that name is, for a person to open. */
  public String location(String name) {
    Path path = new Path(folder, name);
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
  }
}
