package io.gemba.planner.threads;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing again and again on a thread of its own. What goes wrong is logged and does not end
 * it, as it would end a scheduled task of the JDK.
 */
public final class Repeating implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

  private final String name;
  private final Runnable task;
  private final long pauseMillis;
  private final ScheduledExecutorService thread;

  /**
   * Does nothing until it is started.
   *
   * @param name of the thread, and in the log
   * @param pauseMillis before each time
   */
  public Repeating(String name, long pauseMillis, Runnable task) {
    this.name = name;
    this.task = task;
    this.pauseMillis = pauseMillis;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  /** Starts. */
  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::once, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
  }

  private void once() {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("{} failed; it is tried again", name, e);
    }
  }

  /** Ends it; what is under way is interrupted. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
