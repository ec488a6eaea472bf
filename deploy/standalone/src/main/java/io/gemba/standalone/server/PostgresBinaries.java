package io.gemba.standalone.server;

import io.gemba.standalone.CannotStartException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them for this platform. */
final class PostgresBinaries {
  /** Names the folder of an installation in which the programs lie unpacked, for all its data. */
  private static final String INSTALLED = "gemba.postgres";

  private PostgresBinaries() {}

  /** Where the programs are, or will be once unpacked. */
  static Path folder(Path data) {
    String installed = System.getProperty(INSTALLED);
    return installed == null ? data.resolve("programs") : Path.of(installed).toAbsolutePath();
  }

  /**
   * Unpacks the programs unless that was done before.
   *
   * @param folder that will hold {@code bin}, {@code lib} and {@code share}; appears whole or not
   *     at all
   */
  static void unpack(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
    delete(partial);
    Files.createDirectories(partial);
    try (InputStream archive = open();
        TarArchiveInputStream entries =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        write(entries, entry, partial);
      }
    }
    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static InputStream open() throws IOException {
    String system =
        System.getProperty("os.name", "").startsWith("Mac")
            ? "Darwin"
            : System.getProperty("os.name", "");
    String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String named = architecture.equals("amd64") ? "x86_64" : architecture;
    InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system.startsWith("Windows") ? "Windows" : system, named);
    if (archive == null) {
      throw new CannotStartException(
          "No embedded PostgreSQL for %s on %s. Set database.embedded to false and database.url to your own."
              .formatted(system, named));
    }
    return archive;
  }

  private static void write(TarArchiveInputStream entries, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("The archive entry '" + entry.getName() + "' leaves its folder.");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(entries, target);
    if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
      throw new IOException("Cannot make " + target + " executable. Is the disk mounted noexec?");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> children;
    try (Stream<Path> all = Files.walk(folder)) {
      children = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path child : children) {
      Files.delete(child);
    }
  }
}
