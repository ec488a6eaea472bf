package io.gemba.standalone.data;

import io.gemba.standalone.CannotStartException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of everything that is kept, held by one process at a time. The lock is the operating
 * system's, so a killed process does not leave it behind.
 */
public final class DataFolder implements AutoCloseable {
  /** Rises when what lies in the folder can no longer be read by the version before. */
  static final int VERSION = 2;

  private static final long NEEDED_BYTES = 1L << 30;

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes the folder.
   *
   * @param path made if absent
   * @throws CannotStartException if another process has it, if it was written by another version,
   *     or if the disk has less than 1 GiB left
   */
  public static DataFolder open(Path path) {
    return open(path, NEEDED_BYTES);
  }

  static DataFolder open(Path path, long neededBytes) {
    try {
      Files.createDirectories(path);
      checkRoom(path, neededBytes);
      FileChannel lock = lock(path);
      try {
        checkVersion(path);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
      return new DataFolder(path, lock);
    } catch (IOException e) {
      throw new CannotStartException(
          "The data folder %s cannot be written: %s. Choose another with --data."
              .formatted(path.toAbsolutePath(), e),
          e);
    }
  }

  private static void checkRoom(Path path, long neededBytes) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < neededBytes) {
      throw new CannotStartException(
          "The disk of the data folder %s has %d MiB left, %d MiB are needed. Make room, or choose another with --data."
              .formatted(path.toAbsolutePath(), free >> 20, neededBytes >> 20));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    Path file = path.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock held = null;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this very process: the same as by another one
    }
    if (held == null) {
      channel.close();
      throw new CannotStartException(
          "The data folder %s is in use by process %s. Stop that Gemba, or choose another folder with --data."
              .formatted(path.toAbsolutePath(), Files.readString(file).strip()));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static void checkVersion(Path path) throws IOException {
    Path file = path.resolve("version");
    if (!Files.exists(file)) {
      Files.writeString(file, VERSION + "\n");
      return;
    }
    String found = Files.readString(file).strip();
    if (!found.equals(String.valueOf(VERSION))) {
      throw new CannotStartException(
          "The data folder %s has data version '%s', this Gemba reads %d. Use the Gemba that wrote it, or choose another folder with --data."
              .formatted(path.toAbsolutePath(), found, VERSION));
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Lets the next process in. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
