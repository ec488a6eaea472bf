package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import io.gemba.message.Episode;
import io.gemba.message.MachineState;
import io.gemba.sensors.quality.SeenSequences;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one machine: its messages of the last hours, the windows made of them, its
 * alarms, whether it stands, and whether it makes less while one of them is open.
 *
 * <p>Time is the machine's own: its latest message, and from there as much as has passed since that
 * arrived, at most five minutes. A window closes half a minute after its end by that time; messages
 * that come later correct it for two hours more, then they are too late.
 *
 * <p>About 40 bytes a message of the last three hours: 90 KiB at one every five seconds. Not thread
 * safe.
 */
public final class MachineWatch {
  /** What became of a message. */
  public enum Verdict {
    TAKEN,
    DUPLICATE,
    /** No window that it could change is kept any more. */
    TOO_LATE,
    /** Its time is more than five minutes from now. */
    AHEAD
  }

  /** The layout that {@link #write} writes. */
  public static final int LAYOUT = 3;

  static final int LAYOUT_WITH_REWORK = 2;

  private static final int LAYOUT_WITH_SLOW = 3;

  private static final long AHEAD_MILLIS = 300_000;
  private static final long GRACE_MILLIS = 30_000;
  private static final long CORRECTED_FOR_MILLIS = 7_200_000;

  private static final class Window {
    private int nextRevision;
    private boolean closed;
    private boolean dirty;
    private long saidAsOfMillis = Long.MIN_VALUE;
  }

  private final SeenSequences seen = new SeenSequences();
  private final StateLog log = new StateLog();
  private final RecentEpisodes episodes = new RecentEpisodes();
  private final StopWatch stop = new StopWatch();
  private final SlowWatch slow = new SlowWatch();
  private final TreeMap<Long, Window> windows = new TreeMap<>();
  private long latestMillis = Long.MIN_VALUE;
  private long arrivedMillis;
  private String madeLast = "";

  /**
   * Takes a message of the machine in. Says at once when it stops or goes on, and what hour is over
   * by it; all else waits for {@link #tick}.
   *
   * @param nowMillis processing time
   */
  public Verdict observe(
      MachineState message, long nowMillis, MachineSite site, ProductionOutput out) {
    long atMillis = message.at().toEpochMilli();
    if (atMillis > nowMillis + AHEAD_MILLIS) {
      return Verdict.AHEAD;
    }
    boolean latest = atMillis > latestMillis;
    if (!seen.add(message.seq())) {
      if (!latest) {
        return Verdict.DUPLICATE;
      }
      seen.restart(message.seq());
    }
    if (latestMillis != Long.MIN_VALUE && site.clock().windowStart(atMillis) < keptFromMillis()) {
      return Verdict.TOO_LATE;
    }
    log.add(message);
    if (message.item() != null) {
      madeLast = Text.bounded(message.item());
    }
    touch(atMillis, site.clock());
    if (atMillis >= latestMillis) {
      latestMillis = atMillis;
      arrivedMillis = nowMillis;
      say(slow.observe(message, madeLast, site.spec(), episodes), out);
      say(stop.observe(message, madeLast, site.spec(), episodes), out);
      closeDue(site, out);
    }
    return Verdict.TAKEN;
  }

  private void closeDue(MachineSite site, ProductionOutput out) {
    long ended = latestMillis - HourClock.WINDOW_MILLIS - GRACE_MILLIS;
    for (Map.Entry<Long, Window> entry : windows.headMap(ended, true).entrySet()) {
      if (!entry.getValue().closed) {
        tick(entry, latestMillis, site, out);
      }
    }
  }

  /** Windows that begin earlier are final. */
  private long keptFromMillis() {
    return latestMillis - CORRECTED_FOR_MILLIS - HourClock.WINDOW_MILLIS;
  }

  /**
   * A message changes its own window, and the next when it is late and its state held until then.
   */
  private void touch(long atMillis, HourClock clock) {
    long start = clock.windowStart(atMillis);
    windows.computeIfAbsent(start, s -> new Window()).dirty = true;
    Window next = windows.get(start + HourClock.WINDOW_MILLIS);
    if (next != null && atMillis + StateLog.HOLDS_MILLIS > start + HourClock.WINDOW_MILLIS) {
      next.dirty = true;
    }
  }

  /** Takes an alarm of the machine in. */
  public void observe(Episode episode, long nowMillis, MachineSite site, ProductionOutput out) {
    episodes.add(episode);
    windows.values().stream()
        .filter(window -> !window.closed)
        .forEach(window -> window.dirty = true);
    if (latestMillis != Long.MIN_VALUE) {
      say(slow.tick(asOfMillis(nowMillis), site.spec(), episodes), out);
      say(stop.tick(asOfMillis(nowMillis), site.spec(), episodes), out);
    }
  }

  /**
   * Says what changed since the last time.
   *
   * @return whether time alone can still change something
   */
  public boolean tick(long nowMillis, MachineSite site, ProductionOutput out) {
    if (latestMillis == Long.MIN_VALUE) {
      return false;
    }
    long asOfMillis = asOfMillis(nowMillis);
    say(slow.tick(asOfMillis, site.spec(), episodes), out);
    say(stop.tick(asOfMillis, site.spec(), episodes), out);
    windows.computeIfAbsent(site.clock().windowStart(asOfMillis), start -> new Window());
    for (Map.Entry<Long, Window> entry : windows.entrySet()) {
      tick(entry, asOfMillis, site, out);
    }
    forget();
    return nowMillis - arrivedMillis < StateLog.HOLDS_MILLIS;
  }

  private void tick(
      Map.Entry<Long, Window> entry, long asOfMillis, MachineSite site, ProductionOutput out) {
    long start = entry.getKey();
    Window window = entry.getValue();
    long end = start + HourClock.WINDOW_MILLIS;
    long known = Math.min(asOfMillis, end);
    boolean closes = !window.closed && asOfMillis >= end + GRACE_MILLIS;
    if (!window.dirty && !closes && (window.closed || known <= window.saidAsOfMillis)) {
      return;
    }
    window.closed |= closes;
    window.dirty = false;
    window.saidAsOfMillis = known;
    OeeRule.Frame frame =
        new OeeRule.Frame(
            start, end, known, site.clock().shiftAt(start), window.nextRevision++, window.closed);
    out.window(new OeeRule(site.spec()).window(log, frame, episodes.during(start, known)));
  }

  private long asOfMillis(long nowMillis) {
    long passed = Math.max(0, nowMillis - arrivedMillis);
    return latestMillis + Math.min(passed, StateLog.HOLDS_MILLIS);
  }

  private void forget() {
    long kept = keptFromMillis();
    windows.entrySet().removeIf(entry -> entry.getValue().closed && entry.getKey() < kept);
    if (!windows.isEmpty()) {
      log.forgetBefore(windows.firstKey());
      episodes.forgetEndedBefore(windows.firstKey());
    }
  }

  private static void say(@Nullable CapacityLoss loss, ProductionOutput out) {
    if (loss != null) {
      out.loss(loss);
    }
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    seen.write(out);
    log.write(out);
    episodes.write(out);
    stop.write(out);
    out.writeInt(windows.size());
    for (Map.Entry<Long, Window> entry : windows.entrySet()) {
      Window window = entry.getValue();
      out.writeLong(entry.getKey());
      out.writeInt(window.nextRevision);
      out.writeBoolean(window.closed);
      out.writeBoolean(window.dirty);
      out.writeLong(window.saidAsOfMillis);
    }
    out.writeLong(latestMillis);
    out.writeLong(arrivedMillis);
    out.writeUTF(madeLast);
    slow.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param layout of the version that wrote it, at most {@link #LAYOUT}
   */
  public static MachineWatch read(DataInput in, int layout) throws IOException {
    MachineWatch watch = new MachineWatch();
    watch.seen.fill(in);
    watch.log.fill(in, layout);
    watch.episodes.fill(in);
    watch.stop.fill(in);
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      Window window = new Window();
      watch.windows.put(in.readLong(), window);
      window.nextRevision = in.readInt();
      window.closed = in.readBoolean();
      window.dirty = in.readBoolean();
      window.saidAsOfMillis = in.readLong();
    }
    watch.latestMillis = in.readLong();
    watch.arrivedMillis = in.readLong();
    watch.madeLast = in.readUTF();
    if (layout >= LAYOUT_WITH_SLOW) {
      watch.slow.fill(in);
    }
    return watch;
  }
}
