package io.gemba.sensors.simulation;

import io.gemba.message.Demand;
import io.gemba.message.Json;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the simulated ERP: the first orders and counts at once, so that plans can be made,
 * then the history, then it goes with the time. How far it came is kept on the log, and what it
 * repeats after a crash has the same ids, so nothing counts twice. Kafka errors are waited out.
 */
final class ErpFeed implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ErpFeed.class);
  private static final String GROUP = "gemba-simulation";
  private static final long TICK_MILLIS = 500;
  private static final long RETRY_SECONDS = 3;
  private static final Duration REST = Duration.ofSeconds(60);

  private final Settings settings;
  private final Site site;
  private final Clock clock;
  private final Faults faults;
  private final ShopModel shops;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean live;

  ErpFeed(Settings settings, Site site, Clock clock, Faults faults) {
    this.settings = settings;
    this.site = site;
    this.clock = clock;
    this.faults = faults;
    this.shops = new ShopModel(site, settings.simulation().seed());
  }

  @Override
  public void run() {
    while (isOpen()) {
      try {
        runOnce();
      } catch (KafkaException e) {
        live = false;
        if (isOpen()) {
          LOG.warn("The simulated ERP lost Kafka ({}). Trying again.", e.getMessage());
          LOG.debug("Cause", e);
        }
        pause();
      }
    }
  }

  /** Whether history and opening are on the log. */
  boolean isLive() {
    return live;
  }

  /** Ends {@link #run} at the next day of history or tick. */
  void close() {
    closed.countDown();
  }

  private void runOnce() {
    Consumer<byte[], byte[]> notes = Clients.reader(settings, GROUP);
    Consumer<byte[], byte[]> messages = Clients.reader(settings, "");
    try (TopicWriter writer = TopicWriter.open(settings, "gemba-simulation-erp")) {
      Ledger ledger = new Ledger(notes);
      Inbox inbox = new Inbox(messages, site, clock, faults);
      Progress progress = ledger.read();
      inbox.seek();
      ErpModel model = new ErpModel(site, shops, settings.simulation().seed());
      LocalDate yesterday = LocalDate.ofInstant(now(), site.zone()).minusDays(1);
      if (progress.through() == null || progress.ordersThrough() == null) {
        send(model.open(now()), writer);
        writeHistory(progress, yesterday, writer, ledger, inbox);
        send(model.salesBeforeOpening(), writer);
      } else {
        model.resume(latestStock(), progress.through(), progress.ordersThrough());
        catchUp(inbox);
      }
      if (isOpen()) {
        goLive(model, yesterday, writer, ledger, inbox);
      }
    } finally {
      Clients.close(messages);
      Clients.close(notes);
    }
  }

  private void writeHistory(
      Progress before, LocalDate last, TopicWriter writer, Ledger ledger, Inbox inbox) {
    new DemandHistory(shops, writer, ledger)
        .write(
            before,
            last,
            settings.simulation().historyDays(),
            () -> rest(inbox),
            () -> {
              inbox.poll(Duration.ofMillis(1));
              return isOpen();
            });
  }

  private boolean rest(Inbox inbox) {
    Instant end = now().plus(REST);
    while (isOpen() && now().isBefore(end)) {
      inbox.poll(Duration.ofMillis(TICK_MILLIS));
    }
    return isOpen();
  }

  private void catchUp(Inbox inbox) {
    while (isOpen() && !inbox.isCaughtUp()) {
      inbox.poll(Duration.ofMillis(100));
    }
  }

  private void goLive(
      ErpModel model, LocalDate yesterday, TopicWriter writer, Ledger ledger, Inbox inbox) {
    keep(model, yesterday, writer, ledger);
    live = true;
    Instant kept = model.countedAt();
    while (isOpen()) {
      inbox.poll(Duration.ofMillis(TICK_MILLIS));
      tell(inbox, model, writer);
      send(model.advance(now()), writer);
      if (!model.countedAt().equals(kept)) {
        keep(model, yesterday, writer, ledger);
        kept = model.countedAt();
      }
    }
  }

  private void tell(Inbox inbox, ErpModel model, TopicWriter writer) {
    for (Inbox.Entry entry : inbox.drain()) {
      if (entry instanceof Inbox.Placed placed) {
        model.see(placed.order());
      } else if (entry instanceof Inbox.Commanded commanded) {
        send(model.react(commanded.command(), commanded.command().at()), writer);
      }
    }
  }

  private void keep(ErpModel model, LocalDate history, TopicWriter writer, Ledger ledger) {
    writer.flush();
    ledger.write(new Progress(history, model.countedAt(), model.ordersThrough()));
  }

  private Map<String, Double> latestStock() {
    Consumer<byte[], byte[]> reader = Clients.reader(settings, "");
    try {
      return StockReader.latest(reader);
    } finally {
      Clients.close(reader);
    }
  }

  private static void send(List<ErpMessage> messages, TopicWriter writer) {
    DemandJson json = new DemandJson();
    for (ErpMessage message : messages) {
      byte[] value =
          message.message() instanceof Demand demand
              ? json.write(demand)
              : Json.write(message.message());
      writer.send(message.topic(), message.key(), value);
    }
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  private boolean isOpen() {
    return closed.getCount() > 0 && !Thread.currentThread().isInterrupted();
  }

  private void pause() {
    try {
      closed.await(RETRY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
