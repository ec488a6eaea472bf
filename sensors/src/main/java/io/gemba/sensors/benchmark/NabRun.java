package io.gemba.sensors.benchmark;

import io.gemba.sensors.detect.PeakHold;
import io.gemba.sensors.detect.SeriesDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.DoubleStream;

/** Runs the detector of the anomaly job, with its one setting, over series of the benchmark. */
public final class NabRun {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** What a grade of 1 counts as where surprises are held, so that a step of .05 is news. */
  private static final double FULL_DECADES = 10;

  private NabRun() {}

  /** A detector that knows nothing goes once through each series, reading by reading. */
  public static List<NabScorer.Scored> detect(List<NabSeries> all) {
    return all.stream().map(series -> new NabScorer.Scored(series, scores(series))).toList();
  }

  /** The same by the peer, as it comes. */
  public static List<NabScorer.Scored> detectByPeer(List<NabSeries> all) {
    return all.stream().map(series -> new NabScorer.Scored(series, peerScores(series))).toList();
  }

  private static double[] peerScores(NabSeries series) {
    RandomCutForestPeer peer = new RandomCutForestPeer();
    double[] scores = new double[series.length()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = peer.next(series.value(i));
    }
    return scores;
  }

  /** The peer's grades of which, as of ours, only what is news shortly after another is left. */
  public static List<NabScorer.Scored> held(List<NabScorer.Scored> all) {
    return all.stream().map(NabRun::held).toList();
  }

  private static NabScorer.Scored held(NabScorer.Scored scored) {
    PeakHold news = new PeakHold();
    return new NabScorer.Scored(
        scored.series(),
        DoubleStream.of(scored.scores()).map(grade -> news.next(grade * FULL_DECADES)).toArray());
  }

  private static double[] scores(NabSeries series) {
    SeriesDetector detector = new SeriesDetector();
    PeakHold news = new PeakHold();
    double[] scores = new double[series.length()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = news.next(detector.observe(series.atMillis(i), series.value(i)).decades());
    }
    return scores;
  }

  /**
   * Writes a csv a series, named as it is: {@code timestamp,value,anomaly_score}.
   *
   * @param folder is made when it is not there; files in it are replaced
   */
  public static void write(List<NabScorer.Scored> all, Path folder) throws IOException {
    for (NabScorer.Scored scored : all) {
      Path file = folder.resolve(scored.series().name());
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
        out.println("timestamp,value,anomaly_score");
        for (int i = 0; i < scored.scores().length; i++) {
          out.printf(
              "%s,%s,%s%n",
              TIME.format(scored.series().time(i)),
              scored.series().value(i),
              asShare(scored.scores()[i]));
        }
        if (out.checkError()) {
          throw new IOException("Cannot write %s. Is the disk full?".formatted(file));
        }
      }
    }
  }

  /** The benchmark's files hold scores from 0 to 1; this keeps their order. */
  private static double asShare(double decades) {
    return decades / (decades + 1);
  }
}
