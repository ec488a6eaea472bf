package io.gemba.planner.events;

import io.gemba.message.Json;
import io.gemba.planner.threads.Repeating;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells readers what changed: values and progress at most four times a second, "reload it" at most
 * once a second, however often it changes. The last events are kept; a reader who names the last
 * one it saw gets what came after, and one who was away too long, or through a restart, is told to
 * reload everything. Thread safe.
 */
public final class EventHub implements AutoCloseable {
  /** Names that say "reload it"; {@code sensors} and {@code planning} carry their own data. */
  public static final List<String> RELOADED =
      List.of(
          "health",
          "strip",
          "roster",
          "routes",
          "replenishments",
          "overstocks",
          "overrides",
          "alarms",
          "production",
          "chains");

  private static final int KEPT = 1000;
  private static final long TICK_MILLIS = 250;
  private static final int TICKS_A_RELOAD = 4;

  private final String run;
  private final Deque<Event> ring = new ArrayDeque<>();
  private final List<Subscription> readers = new ArrayList<>();
  private final Set<String> changed = new TreeSet<>();
  private final Map<String, SensorValue> sensors = new LinkedHashMap<>();
  private final Map<String, Object> planning = new LinkedHashMap<>();
  private final Repeating ticker;
  private long number;
  private int ticks;

  /**
   * The latest value of a sensor.
   *
   * @param sensor {@code machine/sensor}
   * @param at epoch milliseconds
   * @param value as measured
   */
  public record SensorValue(String sensor, long at, double value) {}

  private record Revision(long revision) {}

  /**
   * @param run differs between two starts of the service, no hyphen in it
   */
  public EventHub(String run) {
    this.run = run;
    this.ticker = new Repeating("planner-events", TICK_MILLIS, this::beat);
  }

  /** Begins to send four times a second; without it only {@link #tick} sends. */
  public void start() {
    ticker.start();
  }

  /** Says that what a name stands for has changed. */
  public synchronized void changed(String name) {
    changed.add(name);
  }

  /** Says how far a planning job is; a newer word for the same page replaces the older one. */
  public synchronized void planning(String page, Object progress) {
    planning.put(page, progress);
  }

  /** Shows a sensor's latest value; between two ticks only the last one of a sensor is sent. */
  public synchronized void sensor(SensorValue value) {
    sensors.put(value.sensor(), value);
  }

  /** Sends all that has gathered. */
  public synchronized void tick() {
    changed.forEach(name -> send(true, name, new Revision(number + 1)));
    changed.clear();
    values();
  }

  private synchronized void beat() {
    ticks++;
    if (ticks % TICKS_A_RELOAD == 0) {
      tick();
    } else {
      values();
    }
  }

  private void values() {
    planning.values().forEach(progress -> send(true, "planning", progress));
    planning.clear();
    if (!sensors.isEmpty()) {
      send(false, "sensors", List.copyOf(sensors.values()));
      sensors.clear();
    }
  }

  /**
   * Starts to read.
   *
   * @param lastSeen id of the last event the reader saw; null when it is new and has just loaded
   *     everything
   */
  public synchronized Subscription subscribe(@Nullable String lastSeen) {
    Subscription subscription = new Subscription();
    missed(lastSeen).forEach(subscription::offer);
    readers.add(subscription);
    return subscription;
  }

  /** Stops a reader. */
  public synchronized void unsubscribe(Subscription subscription) {
    subscription.end();
    readers.remove(subscription);
  }

  /** How many read now. */
  public synchronized int readers() {
    return readers.size();
  }

  @Override
  public void close() {
    ticker.close();
    synchronized (this) {
      readers.forEach(Subscription::end);
      readers.clear();
    }
  }

  private List<Event> missed(@Nullable String lastSeen) {
    if (lastSeen == null || lastSeen.equals(run + "-" + number)) {
      return List.of();
    }
    List<Event> later = new ArrayList<>();
    boolean found = false;
    for (Event event : ring) {
      if (found) {
        later.add(event);
      }
      found |= event.id().equals(lastSeen);
    }
    return found ? later : reloadAll();
  }

  private List<Event> reloadAll() {
    String id = run + "-" + number;
    return RELOADED.stream()
        .map(name -> new Event(id, name, "{\"revision\":" + number + "}"))
        .toList();
  }

  private void send(boolean kept, String name, Object data) {
    String id = kept ? run + "-" + ++number : "";
    Event event = new Event(id, name, new String(Json.write(data), StandardCharsets.UTF_8));
    if (kept) {
      ring.addLast(event);
      if (ring.size() > KEPT) {
        ring.removeFirst();
      }
    }
    readers.removeIf(reader -> !reader.offer(event));
  }
}
