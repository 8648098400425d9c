package org.sparkradam.table.synthetic;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.sparkradam.table.column.BadInputException;

/** Looks before a table is written: overwriting removes whatever the folder holds. */
final class TableFolder {
  private TableFolder() {}

  static Path check(Configuration configuration, String path, SaveMode mode) {
    try {
      Path folder = new Path(path);
      FileSystem files = folder.getFileSystem(configuration);
      if (files.exists(folder)) {
        checkExisting(files, folder, mode);
      } else if (folder.getParent() != null) {
        files.mkdirs(folder.getParent());
      }
      return folder;
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException("--out " + path + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void checkExisting(FileSystem files, Path folder, SaveMode mode)
      throws IOException {
    if (mode != SaveMode.Overwrite) {
      throw new BadInputException(
          "--out " + folder + ": exists already; name another, or say --overwrite");
    }
    if (!files.getFileStatus(folder).isDirectory()) {
      throw new BadInputException("--out " + folder + ": is a file; a folder is needed");
    }
    for (FileStatus entry : files.listStatus(folder)) {
      if (!writtenBySpark(entry.getPath().getName())) {
        throw new BadInputException(
            "--out %s: not overwritten, as it holds %s, which is no part of a table"
                .formatted(folder, entry.getPath().getName()));
      }
    }
  }

  private static boolean writtenBySpark(String name) {
    return name.startsWith("part-")
        || name.startsWith(".part-")
        || name.startsWith("_")
        || name.startsWith("._");
  }
}
