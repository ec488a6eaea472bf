package io.gemba.sensors.history;

import io.gemba.message.Episode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Judgements as csv: {@code timestamp,score,episode,reason,column}, a line a row of the input.
 * Episode holds the ids of the alarms that are open, a space between; it is empty in good times.
 */
public final class ScoreFile {
  private ScoreFile() {}

  /**
   * What was written.
   *
   * @param rows judged
   * @param episodes distinct alarms and quality faults
   */
  public record Result(long rows, int episodes) {}

  /**
   * Judges a file. The output appears when it is complete, and replaces one of that name.
   *
   * @param progress takes the rows done after each
   * @throws IOException see {@link HistoryFile#judge}, or if the output cannot be written
   */
  public static Result write(HistoryFile history, Path out, LongConsumer progress)
      throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "Make it, or name another for --out.");
    }
    Path part = out.resolveSibling(out.getFileName() + ".part");
    Counter counter = new Counter(progress);
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(part)) {
        writer.write("timestamp,score,episode,reason,column\n");
        history.judge(row -> counter.write(row, writer));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return new Result(counter.rows, counter.episodes.size());
  }

  /** Writes and counts. */
  private static final class Counter {
    private final Set<String> episodes = new HashSet<>();
    private final LongConsumer progress;
    private long rows;

    Counter(LongConsumer progress) {
      this.progress = progress;
    }

    void write(JudgedRow row, Writer out) {
      List<String> ids = row.episodes().stream().map(Episode::id).toList();
      try {
        out.write(
            String.format(
                Locale.ROOT,
                "%s,%.3f,%s,%s,%s%n",
                row.at(),
                row.score(),
                String.join(" ", ids),
                quoted(row.reason()),
                quoted(row.column())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      episodes.addAll(ids);
      rows++;
      progress.accept(rows);
    }
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
