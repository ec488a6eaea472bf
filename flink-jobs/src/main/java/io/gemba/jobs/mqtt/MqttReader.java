package io.gemba.jobs.mqtt;

import static java.util.Objects.requireNonNull;

import io.gemba.jobs.stream.Decoded;
import io.gemba.message.DeadLetter;
import io.gemba.message.Reading;
import io.gemba.sensors.mqtt.Receiver;
import io.gemba.sensors.mqtt.SharedSubscription;
import io.gemba.sensors.payload.Decoded.Accepted;
import io.gemba.sensors.payload.Decoded.Rejected;
import io.gemba.sensors.payload.PayloadDecoder;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/**
 * One member of the shared subscription. The client's thread queues messages, the task takes them;
 * what it has passed on waits in the list of the next checkpoint and is acknowledged when that is
 * complete. The broker sends no more than the receive maximum, which bounds queue and lists.
 */
final class MqttReader implements SourceReader<Decoded<Reading>, MqttSplit>, Receiver {
  private final MqttPlace place;
  private final int number;
  private final Clock clock;
  private final PayloadDecoder decoder;
  private final Queue<Arrived> arrived = new ArrayDeque<>();
  private final TreeMap<Long, List<Delivery>> byCheckpoint = new TreeMap<>();
  private List<Delivery> passedOn = new ArrayList<>();
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private @Nullable SharedSubscription subscription;

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Arrived(String topic, byte[] payload, Delivery delivery) {}

  /**
   * @param number of the subtask; the broker keeps a session for each
   */
  MqttReader(MqttPlace place, int number, Clock clock) {
    this.place = place;
    this.number = number;
    this.clock = clock;
    this.decoder = place.decoder();
  }

  @Override
  public void start() {
    subscription =
        SharedSubscription.open(place.broker(), place.wanted(decoder.filters()), number, this);
  }

  /** Called by the client's thread. */
  @Override
  public void forward(String mqttTopic, byte[] payload, Delivery delivery) {
    CompletableFuture<Void> waiting;
    synchronized (arrived) {
      arrived.add(new Arrived(mqttTopic, payload, delivery));
      waiting = available;
    }
    waiting.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Decoded<Reading>> output) {
    Arrived next;
    boolean more;
    synchronized (arrived) {
      next = arrived.poll();
      more = !arrived.isEmpty();
      if (!more && available.isDone()) {
        available = new CompletableFuture<>();
      }
    }
    if (next != null) {
      Decoded<Reading> decoded = decode(next);
      if (decoded != null) {
        output.collect(decoded);
      }
      passedOn.add(next.delivery());
    }
    return more ? InputStatus.MORE_AVAILABLE : InputStatus.NOTHING_AVAILABLE;
  }

  /** Null for what is no reading and no error: machine states, and what is meant for others. */
  private @Nullable Decoded<Reading> decode(Arrived message) {
    var decoded =
        place.units().of(decoder.decode(message.topic(), message.payload(), clock.millis()));
    if (decoded instanceof Accepted accepted) {
      return accepted.message() instanceof Reading reading ? Decoded.of(reading) : null;
    }
    if (decoded instanceof Rejected rejected) {
      return Decoded.refused(
          new DeadLetter(
              clock.instant(),
              place.stage(),
              message.topic(),
              "",
              rejected.key(),
              rejected.reason(),
              message.payload()));
    }
    return null;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    synchronized (arrived) {
      return available;
    }
  }

  @Override
  public List<MqttSplit> snapshotState(long checkpoint) {
    byCheckpoint.put(checkpoint, passedOn);
    passedOn = new ArrayList<>();
    return List.of();
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    var complete = byCheckpoint.headMap(checkpoint, true);
    complete.values().forEach(list -> list.forEach(Delivery::done));
    complete.clear();
  }

  @Override
  public void addSplits(List<MqttSplit> splits) {
    throw new IllegalStateException("There are no splits");
  }

  @Override
  public void notifyNoMoreSplits() {}

  /** Whether the client is connected and subscribed. */
  boolean isConnected() {
    return requireNonNull(subscription).isConnected();
  }

  @Override
  public void close() {
    if (subscription != null) {
      subscription.close();
    }
  }
}
