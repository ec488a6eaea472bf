package io.gemba.sensors.mqtt;

import io.gemba.sensors.payload.PayloadDecoder;
import io.gemba.sensors.payload.UnitConversions;
import io.gemba.sensors.sparkplug.SparkplugHost;
import io.gemba.settings.Secret;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Takes MQTT messages of QoS 1 into Kafka and acknowledges each only when Kafka has it, so that
 * what a device was told is accepted is durable. What Kafka does not take is delivered again by the
 * broker: a reading may come twice, never not at all. Messages on their way are bounded by {@code
 * gateway.clients x gateway.receiveMaximum}; while Kafka is away the broker keeps the rest.
 *
 * <p>One gateway a site and broker: the client ids are fixed so that the broker finds the sessions
 * again, and a second gateway would take them over. Scale with {@code gateway.clients}. Sparkplug
 * has one client beside them, since the messages of an edge node mean something only in their
 * order.
 */
public final class Gateway implements AutoCloseable {
  private static final Duration PRODUCER_CLOSE = Duration.ofSeconds(2);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> producer;
  private final List<MqttSubscriber> subscribers;
  private final Counters counters;

  private Gateway(
      Producer<byte[], byte[]> producer, List<MqttSubscriber> subscribers, Counters counters) {
    this.producer = producer;
    this.subscribers = subscribers;
    this.counters = counters;
  }

  /**
   * Starts taking messages. Returns at once; brokers that are away are tried again without end.
   *
   * @param settings {@code mqtt}, {@code kafka} and {@code gateway} are used, and {@code
   *     flink.readings}: when the job takes readings from MQTT itself, machine states and Sparkplug
   *     are left to do here
   * @param site its id is the {@code {site}} level of the topics
   * @throws IllegalArgumentException naming the mapping that is wrong
   */
  public static Gateway start(Settings settings, Site site) {
    return start(settings, site, producer(settings.kafka()), Clock.systemUTC());
  }

  static Gateway start(
      Settings settings, Site site, Producer<byte[], byte[]> producer, Clock clock) {
    Settings.Gateway gateway = settings.gateway();
    PayloadDecoder decoder =
        new PayloadDecoder(site.id(), gateway.payloadBytes(), gateway.mappings());
    Counters counters = new Counters();
    KafkaDoor kafka = new KafkaDoor(producer, clock, counters);
    UnitConversions units = new UnitConversions(site);
    boolean takesReadings = !settings.flink().readings().equals("mqtt");
    Receiver forwarder = new Forwarder(decoder, units, takesReadings, kafka);
    // each site has a group of its own: two on one broker would take each other's messages
    List<String> shared =
        decoder.filters().stream()
            .map(filter -> "$share/gemba-" + site.id() + "/" + filter)
            .toList();
    MqttAccess access = access(settings, "gemba-gateway-" + site.id(), shared);
    Lock opening = new ReentrantLock();
    List<MqttSubscriber> subscribers = new ArrayList<>();
    for (int number = 0; number < gateway.clients(); number++) {
      subscribers.add(new MqttSubscriber(access, number, forwarder, counters, opening));
    }
    if (!gateway.sparkplugGroups().isEmpty()) {
      List<String> filters = SparkplugHost.filters(gateway.sparkplugGroups());
      Receiver sparkplug =
          new SparkplugForwarder(new SparkplugHost(site, gateway.payloadBytes()), units, kafka);
      MqttAccess ordered = access(settings, "gemba-sparkplug-" + site.id(), filters);
      subscribers.add(new MqttSubscriber(ordered, 0, sparkplug, counters, opening));
    }
    subscribers.forEach(MqttSubscriber::start);
    return new Gateway(producer, List.copyOf(subscribers), counters);
  }

  private static MqttAccess access(Settings settings, String clientPrefix, List<String> filters) {
    Settings.Mqtt mqtt = settings.mqtt();
    String password =
        Secret.find(System.getenv(), "GEMBA_MQTT_PASSWORD", mqtt.passwordFile()).orElse(null);
    return new MqttAccess(
        mqtt.url(),
        mqtt.username(),
        password,
        clientPrefix,
        filters,
        settings.gateway().receiveMaximum());
  }

  private static Producer<byte[], byte[]> producer(Settings.Kafka kafka) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka.bootstrapServers(),
            ProducerConfig.CLIENT_ID_CONFIG,
            "gemba-gateway",
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.LINGER_MS_CONFIG,
            10),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** What was done so far. */
  public GatewayCounts counts() {
    return counters.read();
  }

  /** Whether all clients are connected and subscribed. */
  public boolean isConnected() {
    return subscribers.stream().allMatch(MqttSubscriber::isSubscribed);
  }

  /**
   * Takes no more, lets Kafka finish what is on its way, acknowledges that and disconnects, all
   * within 5 seconds. What is then still unfinished the broker delivers to the next gateway.
   */
  @Override
  public void close() {
    subscribers.forEach(MqttSubscriber::stopTaking);
    producer.close(PRODUCER_CLOSE);
    subscribers.forEach(MqttSubscriber::stop);
    long deadlineNanos = System.nanoTime() + GOODBYE.toNanos();
    try {
      for (MqttSubscriber subscriber : subscribers) {
        long left = Math.max(1_000_000, deadlineNanos - System.nanoTime());
        subscriber.join(Duration.ofNanos(left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
