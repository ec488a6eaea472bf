package io.gemba.standalone.bench;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.sensors.detect.SensorWatch;
import io.gemba.sensors.detect.SeriesDetector;
import io.gemba.sensors.quality.Limits;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How many readings a second one thread judges, and how many bytes a sensor's state is. The whole
 * job with JSON and Kafka is measured by {@link StreamBench}.
 */
public final class AnomalySpeed {
  private static final int SENSORS = 2_000;
  private static final int SENSORS_OF_MESSAGES = 100;
  private static final int ROUNDS = 2_000;
  private static final int WARM_ROUNDS = 500;
  private static final long SEED = 7;
  private static final double EVERY_SECONDS = 10;
  private static final Limits LIMITS = new Limits(-100, 100, EVERY_SECONDS);

  private final PrintStream out;

  /**
   * @param out where results are printed
   */
  public AnomalySpeed(PrintStream out) {
    this.out = out;
  }

  /** Measures; takes some ten seconds and 30 MB. */
  public void run() throws IOException {
    double alone = detectors();
    SensorWatch[] watches = new SensorWatch[SENSORS];
    double gated = watches(watches);
    double decoded = messages();
    out.printf(Locale.ROOT, "detector: %.0f readings/s per core%n", alone);
    out.printf(Locale.ROOT, "gate, detector and episodes: %.0f readings/s per core%n", gated);
    out.printf(
        Locale.ROOT, "JSON, gate, detector and episodes: %.0f readings/s per core%n", decoded);
    out.printf(Locale.ROOT, "state: %d bytes per sensor%n", bytes(watches[0]));
  }

  /** Thousands of series in turn, as a task has them: none stays in the processor's cache. */
  private static double detectors() {
    SeriesDetector[] detectors = new SeriesDetector[SENSORS];
    for (int i = 0; i < SENSORS; i++) {
      detectors[i] = new SeriesDetector();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double most = 0;
    long begin = 0;
    for (int round = 0; round < ROUNDS; round++) {
      begin = round == WARM_ROUNDS ? System.nanoTime() : begin;
      for (SeriesDetector detector : detectors) {
        most = Math.max(most, detector.observe(at(round), value(random, round)).decades());
      }
    }
    return perSecond(begin, most);
  }

  private static double watches(SensorWatch[] watches) {
    for (int i = 0; i < SENSORS; i++) {
      watches[i] = new SensorWatch();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    long[] changes = new long[1];
    long begin = 0;
    for (int round = 0; round < ROUNDS; round++) {
      begin = round == WARM_ROUNDS ? System.nanoTime() : begin;
      for (SensorWatch watch : watches) {
        Reading reading = new Reading("m/s", at(round), value(random, round), round, at(round));
        watch.observe(reading, LIMITS, episode -> changes[0]++);
      }
    }
    return perSecond(begin, (double) changes[0]);
  }

  /** From the bytes that stand on the topic; of fewer sensors, so that they fit in memory. */
  private static double messages() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[][] messages = new byte[SENSORS_OF_MESSAGES * ROUNDS][];
    for (int i = 0; i < messages.length; i++) {
      int round = i / SENSORS_OF_MESSAGES;
      String sensor = "m/" + i % SENSORS_OF_MESSAGES;
      Reading reading = new Reading(sensor, at(round), value(random, round), round, at(round));
      messages[i] = Json.write(reading);
    }
    Map<String, SensorWatch> watches = new HashMap<>();
    long[] changes = new long[1];
    long begin = 0;
    for (int i = 0; i < messages.length; i++) {
      begin = i == WARM_ROUNDS * SENSORS_OF_MESSAGES ? System.nanoTime() : begin;
      Reading reading = MessageTypes.decode(messages[i], Reading.class);
      watches
          .computeIfAbsent(reading.sensor(), sensor -> new SensorWatch())
          .observe(reading, LIMITS, episode -> changes[0]++);
    }
    return perSecond(begin, (double) changes[0]) * SENSORS_OF_MESSAGES / SENSORS;
  }

  private static double perSecond(long beginNanos, double used) {
    double seconds = (System.nanoTime() - beginNanos) / 1e9;
    if (Double.isNaN(used)) {
      throw new IllegalStateException("A surprise is no number.");
    }
    return (double) SENSORS * (ROUNDS - WARM_ROUNDS) / seconds;
  }

  private static long at(int round) {
    return 1_790_000_000_000L + round * Math.round(EVERY_SECONDS * 1_000);
  }

  private static double value(SplittableRandom random, int round) {
    return 20 * Math.sin(round / 137.0) + 3 * random.nextGaussian();
  }

  private static int bytes(SensorWatch watch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    watch.write(new DataOutputStream(bytes));
    return bytes.size();
  }
}
