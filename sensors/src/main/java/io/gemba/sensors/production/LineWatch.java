package io.gemba.sensors.production;

import io.gemba.message.Bottleneck;
import io.gemba.message.MachineState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The machines of one line, and which of them limits it, hour by hour. The hour that runs and the
 * one before are said again whenever they change, so late and repeated messages need no care;
 * messages of older hours change nothing. Time is the line's own, as in {@link MachineWatch}.
 *
 * <p>About 40 bytes a message of the last three hours. Not thread safe.
 */
public final class LineWatch {
  /** The layout that {@link #write} writes. */
  public static final int LAYOUT = 1;

  /** Layout of the logs within {@link #LAYOUT}. */
  private static final int LOG_LAYOUT = 2;

  private static final long AHEAD_MILLIS = 300_000;
  private static final long GRACE_MILLIS = 30_000;
  private static final Comparator<Bottleneck.Share> LONGEST_FIRST =
      Comparator.comparingDouble(
              (Bottleneck.Share share) -> share.soleMinutes() + share.shiftingMinutes())
          .reversed()
          .thenComparing(Bottleneck.Share::machine);

  private record Said(int revision, int content, boolean closed) {
    private static final Said NOTHING = new Said(0, 0, false);
  }

  private final Map<String, ActivityLog> machines = new TreeMap<>();
  private final TreeMap<Long, Said> windows = new TreeMap<>();
  private long latestMillis = Long.MIN_VALUE;
  private long arrivedMillis;

  /**
   * Takes a message of one of the machines in. Says the hours that are over by it; all else waits
   * for {@link #tick}. A message from more than five minutes ahead of now changes nothing.
   *
   * @param nowMillis processing time
   */
  public void observe(
      MachineState message, long nowMillis, LineSite site, Consumer<Bottleneck> out) {
    long atMillis = message.at().toEpochMilli();
    if (atMillis > nowMillis + AHEAD_MILLIS) {
      return;
    }
    if (latestMillis != Long.MIN_VALUE
        && atMillis < site.clock().windowStart(latestMillis) - HourClock.WINDOW_MILLIS) {
      return;
    }
    boolean closes = latestMillis != Long.MIN_VALUE && closesSome(atMillis);
    if (closes) {
      say(site, Math.min(atMillis, latestMillis + StateLog.HOLDS_MILLIS), atMillis, out);
    }
    machines.computeIfAbsent(message.machine(), machine -> new ActivityLog()).add(message);
    if (atMillis >= latestMillis) {
      latestMillis = atMillis;
      arrivedMillis = nowMillis;
    }
    windows.putIfAbsent(site.clock().windowStart(atMillis), Said.NOTHING);
    if (closes) {
      forget(site);
    }
  }

  private boolean closesSome(long atMillis) {
    return windows.entrySet().stream()
        .anyMatch(window -> !window.getValue().closed() && isClosed(window.getKey(), atMillis));
  }

  private static boolean isClosed(long startMillis, long timeMillis) {
    return timeMillis >= startMillis + HourClock.WINDOW_MILLIS + GRACE_MILLIS;
  }

  /**
   * Says what changed since the last time.
   *
   * @return whether time alone can still change something
   */
  public boolean tick(long nowMillis, LineSite site, Consumer<Bottleneck> out) {
    if (latestMillis == Long.MIN_VALUE) {
      return false;
    }
    long passed = Math.max(0, nowMillis - arrivedMillis);
    long asOfMillis = latestMillis + Math.min(passed, StateLog.HOLDS_MILLIS);
    windows.putIfAbsent(site.clock().windowStart(asOfMillis), Said.NOTHING);
    say(site, asOfMillis, asOfMillis, out);
    return passed < StateLog.HOLDS_MILLIS;
  }

  /**
   * Says every window that changed.
   *
   * @param knownMillis how far the states are known
   * @param timeMillis what time it is
   */
  private void say(LineSite site, long knownMillis, long timeMillis, Consumer<Bottleneck> out) {
    List<BottleneckRule.Period> periods = new ArrayList<>();
    machines.forEach((machine, log) -> periods.addAll(log.periods(machine, knownMillis)));
    BottleneckRule rule = new BottleneckRule(periods);
    for (Map.Entry<Long, Said> window : windows.entrySet()) {
      long end = window.getKey() + HourClock.WINDOW_MILLIS;
      long known = Math.min(knownMillis, end);
      boolean closed = isClosed(window.getKey(), timeMillis);
      Said said = window.getValue();
      Bottleneck now = bottleneck(site.line(), window.getKey(), known, closed, rule);
      int content = now.hashCode();
      if (content != said.content()) {
        out.accept(withRevision(now, said.revision()));
        window.setValue(new Said(said.revision() + 1, content, closed));
      }
    }
  }

  private static Bottleneck bottleneck(
      String line, long start, long known, boolean closed, BottleneckRule rule) {
    BottleneckRule.Period period = rule.before(known).orElse(null);
    List<Bottleneck.Share> shares = new ArrayList<>();
    rule.minutes(start, known)
        .forEach(
            (machine, minutes) ->
                shares.add(new Bottleneck.Share(machine, minutes.sole(), minutes.shifting())));
    shares.sort(LONGEST_FIRST);
    return new Bottleneck(
        "bottleneck-%s-%d".formatted(line, start),
        0,
        line,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(start + HourClock.WINDOW_MILLIS),
        closed,
        period == null ? null : period.machine(),
        period == null ? null : Instant.ofEpochMilli(period.fromMillis()),
        shares);
  }

  private static Bottleneck withRevision(Bottleneck one, int revision) {
    return new Bottleneck(
        one.id(),
        revision,
        one.line(),
        one.start(),
        one.end(),
        one.closed(),
        one.machine(),
        one.since(),
        one.shares());
  }

  private void forget(LineSite site) {
    long kept = site.clock().windowStart(latestMillis) - HourClock.WINDOW_MILLIS;
    windows.headMap(kept).clear();
    machines.values().forEach(log -> log.forgetBefore(kept));
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(machines.size());
    for (Map.Entry<String, ActivityLog> machine : machines.entrySet()) {
      out.writeUTF(machine.getKey());
      machine.getValue().write(out);
    }
    out.writeInt(windows.size());
    for (Map.Entry<Long, Said> window : windows.entrySet()) {
      out.writeLong(window.getKey());
      out.writeInt(window.getValue().revision());
      out.writeInt(window.getValue().content());
      out.writeBoolean(window.getValue().closed());
    }
    out.writeLong(latestMillis);
    out.writeLong(arrivedMillis);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param layout of the version that wrote it, at most {@link #LAYOUT}
   * @throws IOException if the layout is not known
   */
  public static LineWatch read(DataInput in, int layout) throws IOException {
    if (layout != LAYOUT) {
      throw new IOException("Layout " + layout + " of a line's state is not known.");
    }
    LineWatch watch = new LineWatch();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      ActivityLog log = new ActivityLog();
      watch.machines.put(in.readUTF(), log);
      log.fill(in, LOG_LAYOUT);
    }
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      watch.windows.put(in.readLong(), new Said(in.readInt(), in.readInt(), in.readBoolean()));
    }
    watch.latestMillis = in.readLong();
    watch.arrivedMillis = in.readLong();
    return watch;
  }
}
