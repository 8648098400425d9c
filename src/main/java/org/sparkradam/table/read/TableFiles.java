package org.sparkradam.table.read;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;

/** Looks at a path before Spark does, so that what is wrong with it can be said in one line. */
record TableFiles(Configuration configuration) {

  /**
   * The format of the table at some paths, told by names.
   *
   * @throws BadInputException if there is nothing at one of them, nothing in it, or no way to tell
   *     one format of all
   */
  TableFormat format(TableLocation location) {
    Map<TableFormat, String> found = new LinkedHashMap<>();
    location.paths().forEach(path -> found.putIfAbsent(format(path), path));
    if (found.size() > 1) {
      throw new BadInputException(
          "the paths of --data are of several formats: "
              + found.entrySet().stream()
                  .map(entry -> entry.getValue() + " is " + entry.getKey())
                  .collect(Collectors.joining(", "))
              + "; name those of one, or the one by --format");
    }
    return found.keySet().iterator().next();
  }

  private TableFormat format(String path) {
    Path file = firstFile(path);
    // A lake's folder holds files of columns like any other, but also those no longer of it.
    return TableFormat.byFolder(path, this).orElseGet(() -> byName(path, file));
  }

  /**
   * Whether there is something of a name in a folder.
   *
   * @param name may be a pattern of names
   * @throws BadInputException if the folder cannot be looked into
   */
  boolean holds(String folder, String name) {
    try {
      Path pattern = new Path(folder, name);
      FileStatus[] matches = pattern.getFileSystem(configuration).globStatus(pattern);
      return matches != null && matches.length > 0;
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(
          Secrets.hideInUrls(folder) + ": cannot be read: " + Causes.oneLine(e), e);
    }
  }

  private static TableFormat byName(String path, Path file) {
    return TableFormat.byName(file.getName())
        .or(() -> TableFormat.byName(new Path(path).getName()))
        .orElseThrow(
            () ->
                new BadInputException(
                    path
                        + ": the name does not tell the format; add --format libsvm, csv,"
                        + " parquet or another source of Spark's"));
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
