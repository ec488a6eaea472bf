package io.gemba.sensors.production;

import io.gemba.message.MachineState;
import io.gemba.message.ProductionWindow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes a production window from the messages of a machine, after ISO 22400-2: availability =
 * run time / planned time, performance = ideal cycle time x units / run time, quality = good units
 * / units, OEE = their product.
 *
 * <p>Planned is all known time but {@code IDLE}. Minutes lost are those of a planned machine that
 * does not run, by reason, and {@code slow} for running below the ideal cycle. A machine pays for
 * what it loses itself; starved and blocked minutes cost nothing here, as the machine that causes
 * them already pays.
 */
final class OeeRule {
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double SECONDS_PER_MINUTE = 60;

  private final MachineSpec spec;

  OeeRule(MachineSpec spec) {
    this.spec = spec;
  }

  /**
   * Where and when a window is.
   *
   * @param asOfMillis how far it is known, at most its end
   */
  record Frame(
      long startMillis,
      long endMillis,
      long asOfMillis,
      String shift,
      int revision,
      boolean closed) {}

  /** Minutes of a window: planned, run, and lost by reason. */
  private static final class Minutes implements StateLog.Spans {
    private double planned;
    private double run;
    private final Map<String, Double> lost = new TreeMap<>();

    @Override
    public void span(StateLog.Entry entry, long fromMillis, long toMillis) {
      double minutes = (toMillis - fromMillis) / MILLIS_PER_MINUTE;
      if (entry.state() == MachineState.State.IDLE) {
        return;
      }
      planned += minutes;
      if (entry.state() == MachineState.State.RUNNING) {
        run += minutes;
      } else {
        lost.merge(reason(entry), minutes, Double::sum);
      }
    }
  }

  ProductionWindow window(StateLog log, Frame frame, List<String> causes) {
    Minutes minutes = new Minutes();
    log.walk(frame.startMillis(), frame.asOfMillis(), minutes);
    long good = 0;
    long scrap = 0;
    for (StateLog.Entry entry : log.between(frame.startMillis(), frame.endMillis())) {
      good += entry.good();
      scrap += entry.scrap();
    }
    double idealMinutes = spec.idealCycleSeconds() * (good + scrap) / SECONDS_PER_MINUTE;
    double availability = minutes.planned > 0 ? Math.min(1, minutes.run / minutes.planned) : 0;
    double performance = minutes.run > 0 ? Math.min(1, idealMinutes / minutes.run) : 0;
    double quality = good + scrap > 0 ? (double) good / (good + scrap) : 1;
    if (minutes.run > 0 && performance < 1) {
      minutes.lost.merge("slow", minutes.run * (1 - performance), Double::sum);
    }
    return new ProductionWindow(
        "production-%s-%d".formatted(spec.machine(), frame.startMillis()),
        frame.revision(),
        spec.machine(),
        Instant.ofEpochMilli(frame.startMillis()),
        Instant.ofEpochMilli(frame.endMillis()),
        frame.shift(),
        minutes.planned,
        availability,
        performance,
        quality,
        availability * performance * quality,
        good,
        scrap,
        minutes.lost,
        cents(minutes.lost, scrap),
        frame.closed(),
        causes);
  }

  private long cents(Map<String, Double> lost, long scrap) {
    double minutes =
        lost.entrySet().stream()
            .filter(entry -> !isOthersFault(entry.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return Math.round(minutes * spec.downtimeCentsPerMinute()) + scrap * spec.scrapCentsPerUnit();
  }

  private static boolean isOthersFault(String reason) {
    return reason.equals(word(MachineState.State.STARVED))
        || reason.equals(word(MachineState.State.BLOCKED));
  }

  private static String reason(StateLog.Entry entry) {
    boolean own =
        entry.state() == MachineState.State.DOWN || entry.state() == MachineState.State.CHANGEOVER;
    return own && !entry.reason().isEmpty() ? entry.reason() : word(entry.state());
  }

  private static String word(MachineState.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
