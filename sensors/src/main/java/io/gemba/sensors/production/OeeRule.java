package io.gemba.sensors.production;

import io.gemba.message.ProductionWindow;
import java.time.Instant;
import java.util.List;

/**
 * Computes a production window from the messages of a machine, after ISO 22400-2: availability =
 * run time / planned time, performance = ideal cycle time x units / run time, quality = good units
 * / units (good, scrap and rework), OEE = their product.
 *
 * <p>Planned is all known time but {@code IDLE}. What is lost is a {@link LossTree}.
 */
final class OeeRule {
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

  ProductionWindow window(StateLog log, Frame frame, List<String> causes) {
    LossTree tree = new LossTree(spec, frame.startMillis());
    log.walk(frame.startMillis() - spec.microStopMillis(), frame.asOfMillis(), tree);
    tree.end(frame.asOfMillis());
    long good = 0;
    long scrap = 0;
    long rework = 0;
    for (StateLog.Entry entry : log.between(frame.startMillis(), frame.endMillis())) {
      good += entry.good();
      scrap += entry.scrap();
      rework += entry.rework();
    }
    long units = good + scrap + rework;
    double planned = tree.plannedMinutes();
    double run = tree.runMinutes();
    double idealMinutes = spec.idealCycleSeconds() * units / SECONDS_PER_MINUTE;
    double availability = planned > 0 ? Math.min(1, run / planned) : 0;
    double performance = run > 0 ? Math.min(1, idealMinutes / run) : 0;
    double quality = units > 0 ? (double) good / units : 1;
    tree.addSlow(run * (1 - performance));
    if (units > 0) {
      double unitMinutes = run * performance / units;
      tree.addUnits(ProductionWindow.Kind.SCRAP, scrap, unitMinutes, spec.scrapCentsPerUnit());
      tree.addUnits(ProductionWindow.Kind.REWORK, rework, unitMinutes, spec.reworkCentsPerUnit());
    }
    return new ProductionWindow(
        "production-%s-%d".formatted(spec.machine(), frame.startMillis()),
        frame.revision(),
        spec.machine(),
        Instant.ofEpochMilli(frame.startMillis()),
        Instant.ofEpochMilli(frame.endMillis()),
        frame.shift(),
        planned,
        availability,
        performance,
        quality,
        availability * performance * quality,
        good,
        scrap,
        tree.minutesByReason(),
        tree.cents(),
        frame.closed(),
        causes,
        rework,
        tree.losses());
  }
}
