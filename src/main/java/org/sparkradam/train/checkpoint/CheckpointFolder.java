package org.sparkradam.train.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one run, in a folder of any Hadoop file system. Each is written under a name
 * of its own that nobody renames, with its checksum last, so that it is whole or ignored even where
 * a rename is not atomic. The last two whole ones are kept. Not thread-safe; one run at a time.
 */
public final class CheckpointFolder {
  /** Steps between two checkpoints where nobody says otherwise. */
  public static final int USUAL_INTERVAL = 100;

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
  private static final Pattern NAME = Pattern.compile("step-(\\d{1,18})-[0-9a-f]{12}\\.checkpoint");
  private static final int KEPT = 2;

  private final FileSystem files;
  private final Path folder;

  /** Those that need not be read to know that they are whole. */
  private final Set<Path> whole = new HashSet<>();

  /** Those that were warned of. */
  private final Set<Path> damaged = new HashSet<>();

  /**
   * Nothing is made before the first checkpoint is written.
   *
   * @param folder any Hadoop path
   * @throws UncheckedIOException if there is no such file system
   */
  public CheckpointFolder(Configuration hadoop, String folder) {
    try {
      Path path = new Path(folder);
      this.files = path.getFileSystem(hadoop);
      this.folder = files.makeQualified(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach " + folder, e);
    }
  }

  /** For messages. */
  public String location() {
    return folder.toString();
  }

  /**
   * Writes a checkpoint, then deletes those that it makes superfluous.
   *
   * @throws CheckpointWriteException if it cannot be written; earlier ones are as they were
   */
  public void write(Checkpoint checkpoint) {
    String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    Path path =
        new Path(
            folder,
            String.format(Locale.ROOT, "step-%012d-%s.checkpoint", checkpoint.step(), unique));
    try {
      try (OutputStream out = files.create(path, false)) {
        CheckpointWriter.write(checkpoint, out);
      }
    } catch (IOException | FSError e) { // An error of Hadoop's own where a local disk is full.
      delete(path);
      throw new CheckpointWriteException(
          String.format(
              Locale.ROOT,
              "cannot write the checkpoint of step %d to %s (%s); %s",
              checkpoint.step(),
              folder,
              reason(e),
              lastWhole()),
          e);
    }
    whole.add(path);
    deleteSuperfluous();
  }

  /** Whether the folder has files that look like checkpoints, whole or not. */
  public boolean isEmpty() {
    return newestFirst().isEmpty();
  }

  /**
   * The newest whole checkpoint. Damaged ones are passed over with a warning in the log.
   *
   * @throws CheckpointMismatchException if it is of another version of the format
   */
  public Optional<Checkpoint.Stored> newest() {
    for (Path path : newestFirst()) {
      try {
        return Optional.of(new Checkpoint.Stored(path.toString(), read(path)));
      } catch (CheckpointMismatchException e) {
        throw new CheckpointMismatchException(path + " " + e.getMessage());
      } catch (IOException e) {
        warn(path, e);
      }
    }
    return Optional.empty();
  }

  /** Once, however often a run looks. */
  private void warn(Path path, IOException e) {
    if (damaged.add(path)) {
      LOG.warn("{} is no whole checkpoint ({}); looking for an earlier one", path, reason(e));
    }
  }

  /** Deletes the folder and all in it: a run that is done needs no checkpoint. */
  public void delete() {
    try {
      files.delete(folder, true);
    } catch (IOException e) {
      LOG.warn("cannot delete {}: {}", folder, reason(e));
    }
  }

  private Checkpoint read(Path path) throws IOException {
    verified(path);
    try (var file = files.open(path)) {
      return CheckpointReader.read(file);
    }
  }

  private void deleteSuperfluous() {
    int kept = 0;
    for (Path path : newestFirst()) {
      if (kept == KEPT) {
        delete(path);
      } else if (isWhole(path)) {
        kept++;
      }
    }
  }

  private boolean isWhole(Path path) {
    try {
      return whole.contains(path) || verified(path);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean verified(Path path) throws IOException {
    long length = files.getFileStatus(path).getLen();
    try (var file = files.open(path)) {
      CheckpointReader.verify(file, length);
    }
    return whole.add(path);
  }

  private List<Path> newestFirst() {
    try {
      return Arrays.stream(files.listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> NAME.matcher(path.getName()).matches())
          .sorted(Comparator.comparingLong(CheckpointFolder::step).reversed())
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static long step(Path path) {
    Matcher name = NAME.matcher(path.getName());
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  private void delete(Path path) {
    whole.remove(path);
    try {
      files.delete(path, false);
    } catch (IOException | FSError e) {
      LOG.warn("cannot delete {}: {}", path, reason(e));
    }
  }

  private String lastWhole() {
    return whole.stream()
        .max(Comparator.comparingLong(CheckpointFolder::step))
        .map(path -> "the last whole one is " + path)
        .orElse("there is none before it");
  }

  private static String reason(Throwable e) {
    Throwable cause = e instanceof FSError && e.getCause() != null ? e.getCause() : e;
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
