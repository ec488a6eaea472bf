package io.gemba.sensors.mqtt;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one client of the shared subscription connected: one {@link MqttConnection} at a time, each
 * new, each subscribing again when a restarted broker has lost the session. The wait between two
 * grows from 0.1 to 10 seconds and is short again once a connection has held for 10 seconds.
 */
final class MqttSubscriber {
  private static final Logger LOG = LoggerFactory.getLogger(MqttSubscriber.class);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final MqttAccess access;
  private final String clientId;
  private final Receiver receiver;
  private final Counters counters;
  private final Lock opening;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable MqttConnection current;
  private volatile boolean subscribed;

  /**
   * @param opening held while a client connects: Artemis refuses one of two that subscribe to a new
   *     shared subscription at once
   */
  MqttSubscriber(
      MqttAccess access, int number, Receiver receiver, Counters counters, Lock opening) {
    this.access = access;
    this.opening = opening;
    this.clientId = access.clientId(number);
    this.receiver = receiver;
    this.counters = counters;
    this.thread = new Thread(this::run, clientId);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isSubscribed() {
    return subscribed;
  }

  /** From now on takes no message; those on their way are still acknowledged. */
  void stopTaking() {
    stopping.countDown();
    MqttConnection connection = current;
    if (connection != null) {
      connection.stopTaking();
    }
  }

  /** Says goodbye to the broker; {@link #join} waits for it. */
  void stop() {
    stopping.countDown();
    thread.interrupt();
  }

  void join(Duration longest) throws InterruptedException {
    thread.join(longest.toMillis());
  }

  private void run() {
    Duration wait = SHORTEST_WAIT;
    try {
      while (stopping.getCount() > 0) {
        long startNanos = System.nanoTime();
        connectOnce();
        boolean held = System.nanoTime() - startNanos > LONGEST_WAIT.toNanos();
        wait = held ? SHORTEST_WAIT : wait;
        if (stopping.await(jittered(wait), TimeUnit.MILLISECONDS)) {
          return;
        }
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      }
    } catch (InterruptedException e) {
      LOG.debug("{} was stopped", clientId);
    }
  }

  private void open(MqttConnection connection)
      throws MqttException, TimeoutException, InterruptedException {
    opening.lockInterruptibly();
    try {
      connection.open(access);
    } finally {
      opening.unlock();
    }
  }

  private static long jittered(Duration wait) {
    return ThreadLocalRandom.current().nextLong(wait.toMillis() / 2, wait.toMillis() + 1);
  }

  private void connectOnce() throws InterruptedException {
    MqttConnection connection = null;
    try {
      connection = new MqttConnection(access.url(), clientId, receiver);
      current = connection;
      open(connection);
      counters.connections.increment();
      subscribed = true;
      LOG.info("{} takes {} from {}", clientId, access.filters(), access.url());
      String reason = connection.awaitEnd();
      LOG.warn("{} lost its connection to {}: {}", clientId, access.url(), reason);
      connection.cut();
    } catch (MqttException | TimeoutException | RuntimeException e) { // the loop must go on
      LOG.warn("{} cannot take messages from {}", clientId, access.url(), e);
      if (connection != null) {
        connection.cut();
      }
    } catch (InterruptedException e) {
      if (connection != null) {
        connection.leave();
      }
      throw e;
    } finally {
      subscribed = false;
      current = null;
    }
  }
}
