package io.gemba.standalone.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sweeps up what a killed run left half written. Flink puts {@code RUN/chk-N/_metadata} in place as
 * the last act of a checkpoint, so a {@code chk-N} without it is of no use to anybody.
 */
final class PartialCheckpoints {
  private PartialCheckpoints() {}

  /**
   * Deletes half-written checkpoints, and the folders of runs that hold no file at all.
   *
   * @param folder of one job, with a folder per run; may be absent; nobody may be writing there
   */
  static void delete(Path folder) throws IOException {
    for (Path run : listFolders(folder)) {
      for (Path child : listFolders(run)) {
        boolean checkpoint = child.getFileName().toString().matches("chk-\\d+");
        if (checkpoint && !Files.exists(child.resolve("_metadata"))) {
          deleteTree(child);
        }
      }
      if (!hasFiles(run)) {
        deleteTree(run);
      }
    }
  }

  private static List<Path> listFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static boolean hasFiles(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(Files::isRegularFile);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
