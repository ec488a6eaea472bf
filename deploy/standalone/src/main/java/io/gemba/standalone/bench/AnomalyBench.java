package io.gemba.standalone.bench;

import io.gemba.sensors.benchmark.NabCorpus;
import io.gemba.sensors.benchmark.NabProfile;
import io.gemba.sensors.benchmark.NabRun;
import io.gemba.sensors.benchmark.NabScorer;
import io.gemba.sensors.benchmark.NabSeries;
import io.gemba.sensors.benchmark.SkabFile;
import io.gemba.sensors.benchmark.SkabRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The detectors on public benchmarks, by the benchmarks' own rules. */
public final class AnomalyBench {
  private static final int DRAWS = 20;
  private static final long SEED = 1;

  private final PrintStream out;

  /**
   * @param out where rows and results are printed
   */
  public AnomalyBench(PrintStream out) {
    this.out = out;
  }

  /**
   * Scores the detector of single sensors on series of the Numenta Anomaly Benchmark.
   *
   * @param folder see {@link NabCorpus#read}
   * @param scores where each series' scores are written; null for nowhere
   * @param withPeer whether the random cut forest is scored in the same run; its results come
   *     before ours, which stay last
   */
  public void nab(Path folder, @Nullable Path scores, boolean withPeer) throws IOException {
    List<NabSeries> all = NabCorpus.read(folder);
    long begin = System.nanoTime();
    List<NabScorer.Scored> scored = NabRun.detect(all);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (scores != null) {
      NabRun.write(scored, scores);
    }
    double threshold = NabScorer.best(scored, NabProfile.STANDARD).threshold();
    out.println("series,readings,windows,found,false_alarms");
    for (NabScorer.Scored one : scored) {
      out.println(row(one, threshold));
    }
    long readings = all.stream().mapToLong(NabSeries::length).sum();
    out.printf(Locale.ROOT, "%d readings in %.1f s%n", readings, seconds);
    for (NabProfile profile : NabProfile.ALL) {
      NabScorer.Result best = NabScorer.best(scored, profile);
      out.printf(
          Locale.ROOT,
          "%s threshold %.2f decades: %d windows found, %d false alarms%n",
          profile.name(),
          best.threshold(),
          best.found(),
          best.falseAlarms());
    }
    if (withPeer) {
      peer(all, readings);
    }
    results("", scored);
  }

  private void peer(List<NabSeries> all, long readings) {
    long begin = System.nanoTime();
    List<NabScorer.Scored> scored = NabRun.detectByPeer(all);
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.printf(
        Locale.ROOT,
        "rcf: %d readings in %.1f s, %.0f a second%n",
        readings,
        seconds,
        readings / seconds);
    results("rcf with our hold ", NabRun.held(scored));
    results("rcf ", scored);
  }

  private void results(String prefix, List<NabScorer.Scored> scored) {
    for (NabProfile profile : NabProfile.ALL) {
      print(prefix + profile.name(), NabScorer.best(scored, profile).score());
    }
    print(prefix + "held-out", NabScorer.heldOut(scored, NabProfile.STANDARD, DRAWS, SEED));
  }

  private static String row(NabScorer.Scored one, double threshold) {
    NabSeries series = one.series();
    int[] alarms =
        IntStream.range(series.probation(), series.length())
            .filter(i -> one.scores()[i] >= threshold)
            .toArray();
    long found = IntStream.of(alarms).map(series::window).filter(w -> w >= 0).distinct().count();
    long wrong = IntStream.of(alarms).filter(i -> series.window(i) < 0).count();
    return "%s,%d,%d,%d,%d"
        .formatted(series.name(), series.length(), series.windows(), found, wrong);
  }

  private void print(String name, double value) {
    out.printf(Locale.ROOT, "%s: %.2f%n", name, value);
  }

  /**
   * Scores the detector of machines on files of the Skoltech Anomaly Benchmark.
   *
   * @param folder with {@code .csv} or {@code .csv.gz} files at any depth
   */
  public void skab(Path folder) throws IOException {
    List<SkabFile> files = SkabFile.readAll(folder);
    out.println("file,rows,anomalous_rows,false_alarm_rows,missed_rows,delay_seconds");
    SkabRun run = SkabRun.of(files);
    run.rows().forEach(out::println);
    out.printf(Locale.ROOT, "F1: %.3f%n", run.f1());
    out.printf(Locale.ROOT, "false alarm rate: %.1f %%%n", 100 * run.falseAlarmRate());
    out.printf(Locale.ROOT, "missed alarm rate: %.1f %%%n", 100 * run.missedAlarmRate());
    out.printf(
        Locale.ROOT,
        "median delay: %.0f s (%d of %d anomalies missed)%n",
        run.medianDelaySeconds(),
        run.missed(),
        run.anomalies());
  }
}
