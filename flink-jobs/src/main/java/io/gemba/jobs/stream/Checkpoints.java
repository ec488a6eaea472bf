package io.gemba.jobs.stream;

import io.gemba.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a job keeps its checkpoints, and which one a new start resumes from. */
public final class Checkpoints {
  private Checkpoints() {}

  /** The folder of a job's checkpoints; each run of the job has its own folder in it. */
  public static Path folder(Settings settings, String job) {
    return settings.data().resolve("flink").resolve("checkpoints").resolve(job).toAbsolutePath();
  }

  /**
   * The newest complete checkpoint of a job, whichever run took it.
   *
   * @return empty before the first one
   */
  public static Optional<Path> findLatest(Settings settings, String job) {
    Path folder = folder(settings, job);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    // <run>/chk-<n>/_metadata: the file is put there whole, as the last act of a checkpoint
    try (Stream<Path> files = Files.find(folder, 3, (path, a) -> path.endsWith("_metadata"))) {
      return files.max(Comparator.comparing(Checkpoints::modified)).map(Path::getParent);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the checkpoints in " + folder, e);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the time of " + file, e);
    }
  }
}
