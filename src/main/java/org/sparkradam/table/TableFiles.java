package org.sparkradam.table;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Looks at a path before Spark does, so that what is wrong with it can be said in one line. */
record TableFiles(Configuration configuration) {

  /**
   * The format of the table at a path.
   *
   * @throws BadInputException if there is nothing, nothing in it, or no way to tell the format
   */
  TableFormat format(String path, TableFormat asked) {
    Path file = firstFile(path);
    if (asked != TableFormat.AUTO) {
      return asked;
    }
    return TableFormat.byName(file.getName())
        .or(() -> TableFormat.byName(new Path(path).getName()))
        .orElseThrow(
            () ->
                new BadInputException(
                    path
                        + ": the name does not tell the format; add --format libsvm, csv or"
                        + " parquet"));
  }

  /**
   * The first file of a table that holds anything.
   *
   * @throws BadInputException if there is none
   */
  Path firstFile(String path) {
    try {
      Path asPath = new Path(path);
      FileSystem files = asPath.getFileSystem(configuration);
      FileStatus[] matches = files.globStatus(asPath);
      if (matches == null || matches.length == 0) {
        throw new BadInputException(path + ": there is no such file or folder");
      }
      return firstFile(files, matches[0])
          .orElseThrow(() -> new BadInputException(path + ": there are no data in it"));
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(path + ": cannot be read: " + Causes.oneLine(e), e);
    }
  }

  private static Optional<Path> firstFile(FileSystem files, FileStatus status) throws IOException {
    if (status.isFile()) {
      return status.getLen() == 0 ? Optional.empty() : Optional.of(status.getPath());
    }
    RemoteIterator<LocatedFileStatus> inside = files.listFiles(status.getPath(), true);
    while (inside.hasNext()) {
      LocatedFileStatus file = inside.next();
      if (file.getLen() > 0 && !isHidden(file.getPath())) {
        return Optional.of(file.getPath());
      }
    }
    return Optional.empty();
  }

  /** Markers and checksums, which Spark passes over as well. */
  private static boolean isHidden(Path file) {
    return file.getName().startsWith("_") || file.getName().startsWith(".");
  }
}
