package io.gemba.sensors.sparkplug;

import io.gemba.message.Device;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.sensors.payload.Decoded;
import io.gemba.sensors.payload.PayloadDecoder;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host application of Sparkplug B 3.0: follows every edge node from birth to death, gives
 * aliases their names, and asks for a rebirth when it has missed something, at most every ten
 * seconds a node.
 *
 * <p>Metrics with numbers and booleans become readings of {@code device/metric}, those of the edge
 * node itself of {@code edge/metric}; other metrics and node controls are passed over. Values of a
 * birth are readings only when they are newer than what is known, since a birth repeats the last
 * ones. The reading's sequence joins time and message, so that a message delivered twice makes the
 * same readings and two messages of one millisecond make two.
 *
 * <p>At most {@value #MOST_NODES} nodes. About 200 bytes a metric. Messages of one node must come
 * in their order; thread safe.
 */
public final class SparkplugHost {
  static final long ASK_AGAIN_MILLIS = 10_000;
  static final int MOST_NODES = 1_000;

  private static final int SEQUENCES = 256;
  private static final String SESSION = "bdSeq";

  private final Set<String> known = new HashSet<>();
  private final int payloadBytes;
  private final Map<String, EdgeNode> nodes = new HashMap<>();

  /**
   * What becomes of a message.
   *
   * @param messages for Kafka
   * @param rebirth to be published; null when nothing was missed
   */
  public record Answer(List<Decoded> messages, @Nullable Command rebirth) {
    /** Copies the messages. */
    public Answer {
      messages = List.copyOf(messages);
    }
  }

  /** A message for an edge node. */
  @SuppressWarnings("ArrayRecordComponent") // handed on to the client, never compared
  public record Command(String topic, byte[] payload) {}

  private record Message(
      SparkplugTopic topic, SparkplugPayload payload, EdgeNode node, long arrivedMillis) {
    long atMillis() {
      return payload.atMillis() == SparkplugMetric.NONE ? arrivedMillis : payload.atMillis();
    }
  }

  /**
   * @param site its sensors are known; others are announced as to be adopted
   * @param payloadBytes longest payload that is read
   */
  public SparkplugHost(Site site, int payloadBytes) {
    this.payloadBytes = payloadBytes;
    for (Machine machine : site.machines()) {
      for (Sensor sensor : machine.sensors()) {
        known.add(machine.id() + "/" + sensor.id());
      }
    }
  }

  /**
   * The MQTT filters of groups.
   *
   * @throws IllegalArgumentException naming the group that cannot be a level of a topic
   */
  public static List<String> filters(List<String> groups) {
    for (String group : groups) {
      if (!group.matches("[^/+#]+")) {
        throw new IllegalArgumentException(
            "gateway.sparkplugGroups: '%s' must be a group id as in topics, without / + and #."
                .formatted(group));
      }
    }
    return groups.stream().map(group -> "spBv1.0/" + group + "/#").toList();
  }

  /**
   * Takes one message in.
   *
   * @param arrivedMillis our clock when it came, epoch milliseconds
   */
  public synchronized Answer accept(String topic, byte[] bytes, long arrivedMillis) {
    SparkplugTopic read = SparkplugTopic.find(topic).orElse(null);
    if (read == null) {
      return refused(null, "Topic '%s' is none of Sparkplug B 3.0.".formatted(topic));
    }
    if (read.type() == SparkplugTopic.Type.NCMD || read.type() == SparkplugTopic.Type.DCMD) {
      return new Answer(List.of(new Decoded.Ignored()), null);
    }
    EdgeNode node = nodes.get(read.node());
    if (node == null && nodes.size() >= MOST_NODES) {
      return refused(read.machine(), "More than %d edge nodes are known.".formatted(MOST_NODES));
    }
    if (bytes.length > payloadBytes) {
      return refused(
          read.machine(),
          "The payload (%d bytes) is too large. Send at most %d bytes, or raise gateway.payloadBytes."
              .formatted(bytes.length, payloadBytes));
    }
    try {
      SparkplugPayload payload = SparkplugPayload.read(bytes);
      EdgeNode of = nodes.computeIfAbsent(read.node(), id -> new EdgeNode());
      return accept(new Message(read, payload, of, arrivedMillis));
    } catch (MalformedException e) {
      return refused(read.machine(), e.reason());
    }
  }

  private Answer accept(Message message) {
    return switch (message.topic().type()) {
      case NBIRTH, DBIRTH -> birth(message);
      case NDEATH, DDEATH -> death(message);
      case NDATA, DDATA -> data(message);
      case NCMD, DCMD -> throw new IllegalStateException("Commands are not for the host");
    };
  }

  private static Answer refused(@Nullable String key, String reason) {
    return new Answer(List.of(new Decoded.Rejected(key, reason)), null);
  }

  private Answer birth(Message message) {
    SparkplugTopic topic = message.topic();
    EdgeNode node = message.node();
    boolean missed = false;
    if (topic.type() == SparkplugTopic.Type.NBIRTH) {
      node.born(session(message.payload()), Math.max(0, message.payload().seq()));
    } else if (!node.isBorn()) {
      return missed(message, "came before the birth of its edge node");
    } else {
      missed = !node.follows(message.payload().seq());
    }
    node.deviceBorn(topic.device(), message.payload().metrics(), topic.machine());
    List<Decoded> out = new ArrayList<>();
    out.add(device(message, topic.device(), Device.State.ONLINE));
    for (SparkplugMetric birth : message.payload().metrics()) {
      EdgeNode.Metric metric = node.find(topic.device(), birth);
      if (metric != null && metric.isNews(atMillis(birth, message))) {
        addReading(birth, metric, message, out);
      }
    }
    return new Answer(out, missed ? ask(message) : null);
  }

  private Answer death(Message message) {
    SparkplugTopic topic = message.topic();
    EdgeNode node = message.node();
    List<Decoded> out = new ArrayList<>();
    if (topic.type() == SparkplugTopic.Type.NDEATH) {
      if (!node.isOfSession(session(message.payload()))) {
        return new Answer(List.of(new Decoded.Ignored()), null);
      }
      for (String device : node.died()) {
        out.add(device(message, device, Device.State.OFFLINE));
      }
      return new Answer(out, null);
    }
    boolean missed = !node.isBorn() || !node.follows(message.payload().seq());
    if (node.deviceDied(topic.device())) {
      out.add(device(message, topic.device(), Device.State.OFFLINE));
    }
    return new Answer(out, missed ? ask(message) : null);
  }

  private Answer data(Message message) {
    String device = message.topic().device();
    EdgeNode node = message.node();
    if (!node.isDeviceBorn(device)) {
      return missed(message, "came before the birth of its device");
    }
    boolean missed = !node.follows(message.payload().seq());
    List<Decoded> out = new ArrayList<>();
    for (SparkplugMetric value : message.payload().metrics()) {
      EdgeNode.Metric metric = node.find(device, value);
      if (metric != null) {
        addReading(value, metric, message, out);
      } else if (value.name().isEmpty()) {
        missed = true; // an alias that no birth gave a name
      }
    }
    return new Answer(out, missed ? ask(message) : null);
  }

  /** Nothing can be made of the message: it is kept, and the node asked for its births. */
  private static Answer missed(Message message, String what) {
    String reason =
        "%s of %s %s; a rebirth was asked for."
            .formatted(message.topic().type(), message.topic().machine(), what);
    return new Answer(
        List.of(new Decoded.Rejected(message.topic().machine(), reason)), ask(message));
  }

  private static @Nullable Command ask(Message message) {
    return message.node().mayAsk(message.arrivedMillis(), ASK_AGAIN_MILLIS)
        ? new Command(message.topic().commands(), RebirthCommand.payload(message.arrivedMillis()))
        : null;
  }

  private static long atMillis(SparkplugMetric value, Message message) {
    return value.atMillis() == SparkplugMetric.NONE ? message.atMillis() : value.atMillis();
  }

  private static void addReading(
      SparkplugMetric value, EdgeNode.Metric metric, Message message, List<Decoded> out) {
    Double number = value.value(metric.type());
    if (number == null || !metric.isMeasured()) {
      return;
    }
    long atMillis = atMillis(value, message);
    long ahead = PayloadDecoder.AHEAD_AT_MOST.toMillis();
    if (!Double.isFinite(number) || atMillis < 0 || atMillis > message.arrivedMillis() + ahead) {
      out.add(new Decoded.Rejected(metric.sensor(), reason(number, atMillis)));
      return;
    }
    metric.note(atMillis);
    long seq = atMillis * SEQUENCES + Math.floorMod(message.payload().seq(), SEQUENCES);
    out.add(
        new Decoded.Accepted(
            Topic.READINGS,
            metric.sensor(),
            new Reading(metric.sensor(), atMillis, number, seq, message.arrivedMillis())));
  }

  private static String reason(double number, long atMillis) {
    return Double.isFinite(number)
        ? "clock skew: the timestamp (%d) is negative or more than %s ahead. Set the node's clock."
            .formatted(atMillis, Duration.ofMillis(PayloadDecoder.AHEAD_AT_MOST.toMillis()))
        : "The value (%s) must be a finite number. Send is_null instead.".formatted(number);
  }

  private Decoded device(Message message, String device, Device.State state) {
    SparkplugTopic topic = message.topic();
    String machine = SensorNames.id(device.isEmpty() ? topic.edge() : device);
    List<Device.Metric> metrics =
        message.node().measured(device).stream()
            .map(
                one ->
                    new Device.Metric(
                        one.sensor(),
                        one.name(),
                        one.unit().isEmpty() ? null : one.unit(),
                        known.contains(one.sensor())))
            .toList();
    Instant at = Instant.ofEpochMilli(Math.min(message.atMillis(), message.arrivedMillis()));
    return new Decoded.Accepted(
        Topic.DEVICES, machine, new Device(machine, topic.node(), state, at, metrics));
  }

  private static long session(SparkplugPayload payload) {
    return payload.metrics().stream()
        .filter(metric -> metric.name().equals(SESSION))
        .map(SparkplugMetric::number)
        .filter(number -> number != null)
        .mapToLong(Long::longValue)
        .findFirst()
        .orElse(SparkplugMetric.NONE);
  }
}
