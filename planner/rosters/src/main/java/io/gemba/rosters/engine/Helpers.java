package io.gemba.rosters.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Threads that have nothing better to do lend a hand to one that has: the same task runs on both.
 * Thread safe; one thread at a time gives work out.
 */
final class Helpers {
  private static final long WAIT_MILLIS = 20;

  private final SynchronousQueue<Shared> offered = new SynchronousQueue<>();
  private volatile boolean closed;

  private record Shared(Runnable task, CountDownLatch done) {}

  /** Runs a task here and on whoever waits in {@link #help}; returns when all have ended. */
  void run(Runnable task) {
    Shared shared = new Shared(task, new CountDownLatch(1));
    boolean taken = !closed && offered.offer(shared);
    task.run();
    if (taken) {
      try {
        shared.done().await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The roster search was interrupted.", e);
      }
    }
  }

  /** Helps until there is no more to do or the limits are over. */
  void help(Limits limits) {
    while (!closed && !limits.over()) {
      try {
        Shared shared = offered.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (shared != null) {
          try {
            shared.task().run();
          } finally {
            shared.done().countDown();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Sends the helpers away. */
  void close() {
    closed = true;
  }
}
