package io.gemba.sensors.production;

import io.gemba.message.MachineState.State;
import io.gemba.message.ProductionWindow.Factor;
import io.gemba.message.ProductionWindow.Kind;
import io.gemba.message.ProductionWindow.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the planned minutes of a window went that made no good unit, with money: the leaves of the
 * tree factor, kind, reason (the six big losses of Nakajima, Introduction to TPM, 1988, and waiting
 * for others). Leaves do not overlap; with the minutes of good units they are the planned ones.
 *
 * <p>A stop of less than the machine's limit is a micro-stop once it is over; while it lasts, and
 * at the end of a window that it goes beyond, it is a breakdown. A machine pays for what it loses
 * itself; starved and blocked minutes cost nothing, as the machine that causes them already pays.
 * Not thread safe.
 */
final class LossTree implements StateLog.Spans {
  private static final double MILLIS_PER_MINUTE = 60_000;

  private record Leaf(Kind kind, String reason) {}

  private static final class Sum {
    private long count;
    private double minutes;
    private long cents;
  }

  private final MachineSpec spec;
  private final long fromMillis;
  private final Map<Leaf, Sum> leaves =
      new TreeMap<>(Comparator.comparing(Leaf::kind).thenComparing(Leaf::reason));
  private StateLog.@Nullable Entry stop;
  private long stopFromMillis;
  private long stopToMillis;
  private double plannedMinutes;
  private double runMinutes;

  /**
   * @param fromMillis start of the window; what lies before only tells how long a stop lasted
   */
  LossTree(MachineSpec spec, long fromMillis) {
    this.spec = spec;
    this.fromMillis = fromMillis;
  }

  @Override
  public void span(StateLog.Entry entry, long from, long to) {
    double minutes = Math.max(0, to - Math.max(from, fromMillis)) / MILLIS_PER_MINUTE;
    if (entry.state() != State.IDLE) {
      plannedMinutes += minutes;
    }
    boolean same = stop != null && from == stopToMillis && sameStop(stop, entry);
    if (!same) {
      endStop(true);
    }
    if (entry.state() == State.RUNNING) {
      runMinutes += minutes;
    } else if (entry.state() != State.IDLE) {
      stopFromMillis = same ? stopFromMillis : from;
      stop = entry;
      stopToMillis = to;
    }
  }

  /** All spans are in. */
  void end(long asOfMillis) {
    endStop(stopToMillis < asOfMillis);
  }

  private static boolean sameStop(StateLog.Entry one, StateLog.Entry other) {
    return one.state() == other.state() && one.reason().equals(other.reason());
  }

  private void endStop(boolean isOver) {
    StateLog.Entry ended = stop;
    stop = null;
    if (ended == null || stopToMillis <= fromMillis) {
      return;
    }
    boolean isShort = isOver && stopToMillis - stopFromMillis < spec.microStopMillis();
    Kind kind = kind(ended.state(), isShort);
    boolean own = kind != Kind.STARVED && kind != Kind.BLOCKED;
    double minutes = (stopToMillis - Math.max(stopFromMillis, fromMillis)) / MILLIS_PER_MINUTE;
    String reason = own && !ended.reason().isEmpty() ? ended.reason() : word(ended.state());
    Sum sum = sum(kind, reason);
    sum.count += stopFromMillis >= fromMillis ? 1 : 0;
    sum.minutes += minutes;
  }

  private static Kind kind(State state, boolean isShort) {
    return switch (state) {
      case CHANGEOVER -> Kind.CHANGEOVER;
      case STARVED -> Kind.STARVED;
      case BLOCKED -> Kind.BLOCKED;
      case DOWN -> isShort ? Kind.MICRO_STOP : Kind.BREAKDOWN;
      case RUNNING, IDLE -> throw new IllegalStateException(state + " is no stop");
    };
  }

  /** Adds running below the ideal cycle. */
  void addSlow(double minutes) {
    if (minutes > 0) {
      sum(Kind.SLOW, word(Kind.SLOW)).minutes += minutes;
    }
  }

  /**
   * Adds units that were not good.
   *
   * @param unitMinutes run time of one
   */
  void addUnits(Kind kind, long units, double unitMinutes, long centsPerUnit) {
    if (units > 0) {
      Sum sum = sum(kind, word(kind));
      sum.count += units;
      sum.minutes += units * unitMinutes;
      sum.cents += units * centsPerUnit;
    }
  }

  private Sum sum(Kind kind, String reason) {
    return leaves.computeIfAbsent(new Leaf(kind, reason), leaf -> new Sum());
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  double plannedMinutes() {
    return plannedMinutes;
  }

  double runMinutes() {
    return runMinutes;
  }

  /** Minutes by reason, without those of quality. */
  Map<String, Double> minutesByReason() {
    Map<String, Double> minutes = new TreeMap<>();
    leaves.forEach(
        (leaf, sum) -> {
          if (leaf.kind().factor() != Factor.QUALITY) {
            minutes.merge(leaf.reason(), sum.minutes, Double::sum);
          }
        });
    return minutes;
  }

  /** All leaves, dearest first, then longest. */
  List<Loss> losses() {
    List<Loss> losses = new ArrayList<>();
    leaves.forEach(
        (leaf, sum) ->
            losses.add(
                new Loss(leaf.kind(), leaf.reason(), sum.count, sum.minutes, cents(leaf, sum))));
    losses.sort(
        Comparator.comparing(Loss::cents)
            .thenComparing(Loss::minutes)
            .reversed()
            .thenComparing(Loss::kind)
            .thenComparing(Loss::reason));
    return losses;
  }

  /** What all leaves cost. */
  long cents() {
    return losses().stream().mapToLong(Loss::cents).sum();
  }

  private long cents(Leaf leaf, Sum sum) {
    return switch (leaf.kind()) {
      case STARVED, BLOCKED -> 0;
      case SCRAP, REWORK -> sum.cents;
      case BREAKDOWN, MICRO_STOP, CHANGEOVER, SLOW ->
          Math.round(sum.minutes * spec.downtimeCentsPerMinute());
    };
  }
}
