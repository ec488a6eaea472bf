package io.gemba.sensors.simulation;

import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The condition monitors of all parts that wear: readings since the step before, and the parts that
 * failed and were replaced. A part nobody knows anything of is some days old when the simulation
 * begins, and its monitor still has the readings of these days; one that was heard before sends
 * what it read since, as far back as it remembers. Steps in simulated time; not thread safe.
 */
final class ConditionModel {
  /** Who replaces parts that failed. */
  static final String BY = "maintenance crew";

  /**
   * The longest time in one step, so that what lies back comes in portions: sensors travel side by
   * side, and within a portion one may come long before another.
   */
  static final long STEP_MILLIS = 900_000;

  /** How far back a monitor remembers. */
  static final long MEMORY_MILLIS = 14 * 86_400_000L;

  private static final double MILLIS_PER_SECOND = 1_000;
  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final int OLD_CYCLES = 100;
  private static final int CANDIDATES = 240;
  private static final int LEAST_CYCLES = 120;
  private static final int MOST_CYCLES = 150;

  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** A part in its machine. */
  private static final class Part {
    private final WearingMachine machine;
    private long putInMillis = Long.MIN_VALUE;
    private long heardMillis = Long.MIN_VALUE;
    private long sentMillis;

    Part(WearingMachine machine) {
      this.machine = machine;
    }

    boolean isKnown() {
      return putInMillis != Long.MIN_VALUE;
    }
  }

  /**
   * What a step gave.
   *
   * @param readings oldest first
   * @param replacements of parts that failed
   * @param isUpToDate false when the next step should come at once
   */
  record Step(List<Reading> readings, List<PartReplacement> replacements, boolean isUpToDate) {}

  /**
   * @param seed same seed, same replacements and same times, same readings
   */
  ConditionModel(Site site, long seed) {
    WearHistories.machines(site)
        .forEach(machine -> parts.put(machine.id(), new Part(new WearingMachine(machine, seed))));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Takes what is known of replacements; the newest of a machine counts. */
  void replaced(PartReplacement replacement) {
    Part part = parts.get(replacement.machine());
    if (part != null) {
      part.putInMillis = Math.max(part.putInMillis, replacement.at().toEpochMilli());
    }
  }

  /** Takes until when a part's readings surely have come; the latest counts. */
  void heard(MachineLife life) {
    Part part = parts.get(life.machine());
    if (part != null) {
      part.heardMillis = Math.max(part.heardMillis, life.at().toEpochMilli());
    }
  }

  /**
   * Begins after all that is known of replacements and lives was told.
   *
   * @return when the parts were put in that nothing is known of
   */
  List<PartReplacement> begin(long nowMillis) {
    List<PartReplacement> first = new ArrayList<>();
    for (Part part : parts.values()) {
      if (part.isKnown() && part.heardMillis == Long.MIN_VALUE) {
        part.sentMillis = nowMillis;
      } else if (part.isKnown()) {
        long remembers = Math.max(part.putInMillis - 1, nowMillis - MEMORY_MILLIS);
        part.sentMillis = Math.max(remembers, Math.min(part.heardMillis, nowMillis));
      } else {
        part.putInMillis = first(part.machine, nowMillis);
        part.sentMillis = part.putInMillis - 1;
        first.add(replacement(part));
      }
    }
    return first;
  }

  /**
   * Some days before now, failing by fatigue, and not of the longest or shortest lives: a part with
   * a story to tell.
   */
  private static long first(WearingMachine machine, long nowMillis) {
    long cycle = machine.cycleMillis();
    long latest = Math.floorDiv(nowMillis - OLD_CYCLES * cycle, 1_000) * 1_000;
    for (int i = 0; i < CANDIDATES; i++) {
      long at = latest - i * MILLIS_PER_MINUTE;
      long cycles = machine.lifeMillis(at) / cycle;
      if (cycles >= LEAST_CYCLES && cycles <= MOST_CYCLES && !machine.isDry(at)) {
        return at;
      }
    }
    return latest;
  }

  /** Goes on towards a time, by {@link #STEP_MILLIS} at most. */
  Step step(long nowMillis) {
    List<Reading> readings = new ArrayList<>();
    List<PartReplacement> replacements = new ArrayList<>();
    boolean isUpToDate = true;
    for (Part part : parts.values()) {
      long until = Math.min(nowMillis, part.sentMillis + STEP_MILLIS);
      long repaired = part.machine.repairedMillis(part.putInMillis);
      while (repaired <= until) {
        read(part, repaired - 1, readings);
        part.putInMillis = repaired;
        replacements.add(replacement(part));
        repaired = part.machine.repairedMillis(repaired);
      }
      read(part, until, readings);
      isUpToDate &= until >= nowMillis;
    }
    return new Step(readings, replacements, isUpToDate);
  }

  private static void read(Part part, long untilMillis, List<Reading> to) {
    List<Reading> own = new ArrayList<>();
    List<Sensor> sensors = part.machine.machine().sensors();
    for (int i = 0; i < sensors.size(); i++) {
      long every = Math.max(1, Math.round(sensors.get(i).everySeconds() * MILLIS_PER_SECOND));
      long next = (Math.floorDiv(part.sentMillis, every) + 1) * every;
      for (long at = next; at <= untilMillis; at += every) {
        own.add(part.machine.reading(i, part.putInMillis, at));
      }
    }
    own.sort(Comparator.comparingLong(Reading::atMillis));
    to.addAll(own);
    part.sentMillis = Math.max(part.sentMillis, untilMillis);
  }

  private static PartReplacement replacement(Part part) {
    return new PartReplacement(
        part.machine.machine().id(), Instant.ofEpochMilli(part.putInMillis), BY);
  }
}
