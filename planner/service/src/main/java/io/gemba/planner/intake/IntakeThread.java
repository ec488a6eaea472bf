package io.gemba.planner.intake;

import io.gemba.planner.store.StoreException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads in a thread of its own until it is closed; waits and goes on when something is away. */
public final class IntakeThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeThread.class);

  /** A trickle is fetched five times a second, not record by record. */
  private static final int FETCH_WAIT_MILLIS = 200;

  private static final int FETCH_BYTES = 64 << 10;
  private static final int POLL_RECORDS = 5000;
  private static final long PAUSE_MILLIS = 1000;
  private static final long CLOSE_MILLIS = 3000;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Consumer<byte[], byte[]> consumer;
  private final Thread thread;

  /** One step of reading and the way back after a failure. */
  public interface Reader {
    /** Reads a batch. */
    void step();

    /** Goes back to where the last commit was. */
    void reposition();
  }

  private IntakeThread(
      String name,
      Consumer<byte[], byte[]> consumer,
      Function<Consumer<byte[], byte[]>, Reader> reader) {
    this.consumer = consumer;
    this.thread = new Thread(() -> run(reader.apply(consumer)), name);
    thread.setDaemon(true);
  }

  /** Starts to read. */
  public static IntakeThread start(
      String name, String bootstrapServers, Function<Consumer<byte[], byte[]>, Reader> reader) {
    IntakeThread started = new IntakeThread(name, consumer(name, bootstrapServers), reader);
    started.thread.start();
    return started;
  }

  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Reader reader) {
    try (consumer) {
      while (closing.getCount() > 0) {
        turn(reader);
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("{} ends", thread.getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(Reader reader) throws InterruptedException {
    try {
      reader.step();
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (StoreException | KafkaException e) {
      LOG.warn("{} waits: {}", thread.getName(), e.getMessage());
      if (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        tryReposition(reader);
      }
    }
  }

  private void tryReposition(Reader reader) {
    try {
      reader.reposition();
    } catch (StoreException e) {
      LOG.warn("{} cannot reach the database yet", thread.getName());
    }
  }

  private static Consumer<byte[], byte[]> consumer(String name, String bootstrapServers) {
    Properties config = new Properties();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
