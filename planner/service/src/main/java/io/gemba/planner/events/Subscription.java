package io.gemba.planner.events;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The events one reader has still to take. A reader who falls too far behind is ended: it comes
 * back with the last id it saw and catches up. Thread safe; one taker.
 */
public final class Subscription {
  private static final int BEHIND = 2048;

  private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(BEHIND);
  private volatile boolean ended;

  /**
   * Takes the next event.
   *
   * @return null when none came in time
   */
  public @Nullable Event poll(long waitMillis) throws InterruptedException {
    return queue.poll(waitMillis, TimeUnit.MILLISECONDS);
  }

  /** Whether nothing more will come after what is queued. */
  public boolean isEnded() {
    return ended;
  }

  /** Hands an event over; false when the reader has ended or is too far behind. */
  boolean offer(Event event) {
    if (ended) {
      return false;
    }
    boolean taken = queue.offer(event);
    if (!taken) {
      end();
    }
    return taken;
  }

  /** Ends it; the taker sees so within its wait. */
  void end() {
    ended = true;
  }
}
