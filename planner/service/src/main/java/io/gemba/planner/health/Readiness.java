package io.gemba.planner.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which parts of the installation are up. A part is unknown until it is expected; from then on it
 * holds the whole back until it is up. Thread safe.
 */
public final class Readiness {
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * How one part does.
   *
   * @param name for example {@code kafka}
   * @param status {@code starting}, {@code up} or {@code failed}
   * @param detail why it failed; empty otherwise
   */
  public record Part(String name, String status, String detail) {}

  /**
   * How all parts do.
   *
   * @param status {@code up} when every part is, {@code failed} when one has failed, else {@code
   *     starting}
   * @param parts in the order they were expected
   */
  public record Report(String status, List<Part> parts) {}

  /** Says that a part will come; one that is up already goes back to starting. */
  public void expect(String part) {
    put(new Part(part, "starting", ""));
  }

  /** Says that a part is up. */
  public void up(String part) {
    put(new Part(part, "up", ""));
  }

  /** Says that a part will not come by itself, and why. */
  public void failed(String part, String why) {
    put(new Part(part, "failed", why));
  }

  /** Whether at least one part is known and all are up. */
  public boolean isUp() {
    return report().status().equals("up");
  }

  /** All parts at one moment. */
  public synchronized Report report() {
    List<Part> all = List.copyOf(parts.values());
    if (all.stream().anyMatch(part -> part.status().equals("failed"))) {
      return new Report("failed", all);
    }
    boolean up = !all.isEmpty() && all.stream().allMatch(part -> part.status().equals("up"));
    return new Report(up ? "up" : "starting", all);
  }

  /** Calls the listener after every change, on the thread that made it; it must be quick. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void put(Part part) {
    synchronized (this) {
      parts.put(part.name(), part);
    }
    listeners.forEach(Runnable::run);
  }
}
