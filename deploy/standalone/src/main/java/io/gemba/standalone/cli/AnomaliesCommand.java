package io.gemba.standalone.cli;

import io.gemba.message.Episode;
import io.gemba.sensors.benchmark.RandomCutForestPeer;
import io.gemba.sensors.history.HistoryFile;
import io.gemba.sensors.history.Judge;
import io.gemba.sensors.history.ScoreFile;
import io.gemba.sensors.history.SeriesPicture;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the anomaly job would have said of files of the past. */
@Command(
    name = "anomalies",
    mixinStandardHelpOptions = true,
    description = "Judges csv files of sensors as the anomaly job judges live ones.")
final class AnomaliesCommand {
  private static final long TELL_EVERY_NANOS = 2_000_000_000L;

  /** What can judge. */
  enum Detector {
    GEMBA,
    RCF;

    Judge judge() {
      return this == GEMBA ? Judge.ofTheJob() : Judge.ofScores(new RandomCutForestPeer()::next);
    }
  }

  /** A judgement a row. */
  @Command(
      name = "score",
      mixinStandardHelpOptions = true,
      description = {
        "Judges a csv and writes timestamp,score,episode,reason,column for each of its rows.",
        "The input needs a first line with names, a column of times ('timestamp') and one column a",
        "sensor. An empty cell is no reading."
      })
  int score(
      @Option(
              names = "--in",
              required = true,
              paramLabel = "FILE",
              description = "The csv, plain or gzipped, in order of time.")
          Path in,
      @Option(
              names = "--columns",
              split = ",",
              paramLabel = "NAME",
              description = "Columns to judge. Default: all but times and labels.")
          @Nullable List<String> columns,
      @Option(
              names = "--detector",
              paramLabel = "NAME",
              defaultValue = "gemba",
              description =
                  "gemba, or rcf: the grades (0 to 1) of AWS's random cut forest, without alarms. Default: gemba.")
          Detector detector,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the judgements go.")
          Path out)
      throws IOException {
    HistoryFile history =
        new HistoryFile(in, columns == null ? List.of() : columns, detector::judge);
    ScoreFile.Result result = ScoreFile.write(history, out, new Progress(System.err));
    System.out.printf(
        Locale.ROOT,
        "%d rows judged, %d alarms and faults, written to %s%n",
        result.rows(),
        result.episodes(),
        out);
    return 0;
  }

  /** A picture. */
  @Command(
      name = "plot",
      mixinStandardHelpOptions = true,
      description = "Draws a series of a csv with its alarms and faults of the data as SVG.")
  int plot(
      @Option(
              names = "--in",
              required = true,
              paramLabel = "FILE",
              description = "The csv, plain or gzipped, in order of time.")
          Path in,
      @Option(
              names = "--column",
              paramLabel = "NAME",
              description = "The column to judge and draw. Default: the first of all.")
          @Nullable String column,
      @Option(names = "--title", paramLabel = "TEXT", description = "Default: the file's name.")
          @Nullable String title,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the picture goes.")
          Path out)
      throws IOException {
    List<String> drawn =
        column == null
            ? new HistoryFile(in, List.of()).listColumns().stream().limit(1).toList()
            : List.of(column);
    HistoryFile history = new HistoryFile(in, drawn);
    SeriesPicture picture =
        new SeriesPicture(title == null ? String.valueOf(in.getFileName()) : title);
    Progress progress = new Progress(System.err);
    history.judge(
        row -> {
          picture.add(row);
          progress.next();
        });
    Files.writeString(out, picture.svg());
    System.out.printf(
        "%d alarms and %d faults of the data, drawn to %s%n",
        picture.count(Episode.Kind.ANOMALY), picture.count(Episode.Kind.QUALITY), out);
    return 0;
  }

  /** Tells every two seconds how far it is. */
  private static final class Progress implements LongConsumer {
    private final PrintStream out;
    private long rows;
    private long toldNanos = System.nanoTime();

    Progress(PrintStream out) {
      this.out = out;
    }

    void next() {
      accept(rows + 1);
    }

    @Override
    public void accept(long done) {
      rows = done;
      if ((done & 1023) == 0 && System.nanoTime() - toldNanos > TELL_EVERY_NANOS) {
        toldNanos = System.nanoTime();
        out.printf(Locale.ROOT, "%,d rows%n", done);
      }
    }
  }
}
