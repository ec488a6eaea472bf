package io.gemba.planner.outbox;

import io.gemba.planner.health.Counters;
import io.gemba.planner.store.OutboxTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.StoreException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox towards one destination. A row is forgotten after it has arrived; after a
 * crash between the two it is sent again, which readers bear because messages carry ids.
 */
public final class OutboxThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxThread.class);
  private static final int ROWS = 500;
  private static final long IDLE_MILLIS = 250;
  private static final long PAUSE_MILLIS = 1000;
  private static final long CLOSE_MILLIS = 3000;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Store store;
  private final Sender sender;
  private final Counters counters;
  private final Thread thread;

  private OutboxThread(Store store, Sender sender, Counters counters) {
    this.store = store;
    this.sender = sender;
    this.counters = counters;
    this.thread = new Thread(this::run, "planner-outbox-" + sender.destination());
    thread.setDaemon(true);
  }

  /** Starts to send; closes the sender at the end. */
  public static OutboxThread start(Store store, Sender sender, Counters counters) {
    OutboxThread started = new OutboxThread(store, sender, counters);
    started.thread.start();
    return started;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (sender) {
      long wait = 0;
      while (!closing.await(wait, TimeUnit.MILLISECONDS)) {
        wait = turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends once; returns how long to wait before the next time. */
  private long turn() {
    try {
      return sendOldest(store, sender, counters) == ROWS ? 0 : IDLE_MILLIS;
    } catch (Sender.SendException e) {
      LOG.warn("{}: {}", e.getMessage(), String.valueOf(e.getCause()));
      return PAUSE_MILLIS;
    } catch (StoreException e) {
      LOG.warn("Outbox waits: {}", e.getMessage());
      return PAUSE_MILLIS;
    }
  }

  /**
   * Sends the oldest rows of the sender's destination and forgets them.
   *
   * @return how many
   */
  static int sendOldest(Store store, Sender sender, Counters counters) throws Sender.SendException {
    List<OutboxTable.Row> rows =
        store.call(transaction -> store.outbox().oldest(transaction, sender.destination(), ROWS));
    if (rows.isEmpty()) {
      return 0;
    }
    sender.send(rows);
    store.run(
        transaction ->
            store.outbox().sent(transaction, rows.stream().map(OutboxTable.Row::id).toList()));
    counters.sent(sender.destination(), rows.size());
    return rows.size();
  }
}
