package io.gemba.sensors.sparkplug;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one edge node between its birth and its death: its devices, their metrics by
 * name and alias, and which sequence number comes next. Not thread safe.
 */
final class EdgeNode {
  private static final int SEQUENCES = 256;
  private static final long NO_SESSION = -1;
  private static final List<String> CONTROLS = List.of("bdSeq", "Node Control/", "Device Control/");

  private final Map<Long, Metric> byAlias = new HashMap<>();
  private final Map<String, Device> devices = new TreeMap<>();
  private boolean born;
  private long session = NO_SESSION;
  private long nextSeq;
  private long askedMillis = Long.MIN_VALUE;

  /** A metric of a device since its birth. */
  static final class Metric {
    private final String sensor;
    private final String name;
    private final String unit;
    private final int type;
    private final boolean measured;
    private long latestMillis = Long.MIN_VALUE;

    Metric(String sensor, SparkplugMetric birth) {
      this.sensor = sensor;
      this.name = birth.name();
      this.unit = birth.unit();
      this.type = birth.type();
      this.measured =
          SparkplugMetric.isNumeric(type) && CONTROLS.stream().noneMatch(name::startsWith);
    }

    /** Whether its values are readings: numbers and booleans that are no controls of the node. */
    boolean isMeasured() {
      return measured;
    }

    String sensor() {
      return sensor;
    }

    String name() {
      return name;
    }

    String unit() {
      return unit;
    }

    int type() {
      return type;
    }

    /** Notes a value of a birth; false when the same or a newer one is known. */
    boolean isNews(long atMillis) {
      return atMillis > latestMillis;
    }

    void note(long atMillis) {
      latestMillis = Math.max(latestMillis, atMillis);
    }
  }

  private static final class Device {
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private boolean born;
  }

  /** Begins anew: all devices must be born again. Latest times outlive a birth. */
  void born(long newSession, long seq) {
    born = true;
    session = newSession;
    nextSeq = (seq + 1) % SEQUENCES;
    byAlias.clear();
    devices.values().forEach(device -> device.born = false);
  }

  /** Whether a death is that of the present session, and not the late will of one before. */
  boolean isOfSession(long ofSession) {
    return born && (session == NO_SESSION || ofSession == NO_SESSION || session == ofSession);
  }

  /** The node is gone, with all that is behind it. */
  List<String> died() {
    List<String> gone =
        devices.entrySet().stream()
            .filter(one -> one.getValue().born)
            .map(Map.Entry::getKey)
            .toList();
    born = false;
    byAlias.clear();
    devices.values().forEach(device -> device.born = false);
    return gone;
  }

  boolean isBorn() {
    return born;
  }

  /** Notes a sequence number; false when one was missed. */
  boolean follows(long seq) {
    boolean follows = seq == nextSeq;
    nextSeq = (seq + 1) % SEQUENCES;
    return follows;
  }

  /** Begins a device, or the node's own metrics with an empty id. */
  void deviceBorn(String device, Collection<SparkplugMetric> births, String machine) {
    Device known = devices.computeIfAbsent(device, id -> new Device());
    Map<String, Metric> before = Map.copyOf(known.metrics);
    byAlias.values().removeAll(Set.copyOf(before.values()));
    known.metrics.clear();
    known.born = true;
    for (SparkplugMetric birth : births) {
      if (birth.name().isEmpty()) {
        continue;
      }
      Metric metric = new Metric(SensorNames.of(machine, birth.name()), birth);
      Metric old = before.get(birth.name());
      if (old != null) {
        metric.note(old.latestMillis);
      }
      known.metrics.put(birth.name(), metric);
      if (birth.alias() != SparkplugMetric.NONE) {
        byAlias.put(birth.alias(), metric);
      }
    }
  }

  /** Whether the device was alive until now. */
  boolean deviceDied(String device) {
    Device known = devices.get(device);
    boolean was = known != null && known.born;
    if (known != null) {
      known.born = false;
    }
    return was;
  }

  boolean isDeviceBorn(String device) {
    Device known = devices.get(device);
    return born && known != null && known.born;
  }

  /** The metric that a value of a device belongs to; null when no birth named it. */
  @Nullable Metric find(String device, SparkplugMetric value) {
    Device known = devices.get(device);
    if (known == null) {
      return null;
    }
    return value.name().isEmpty() ? byAlias.get(value.alias()) : known.metrics.get(value.name());
  }

  /** What a device measures since its latest birth, in its order. */
  List<Metric> measured(String device) {
    Device known = devices.get(device);
    return known == null
        ? List.of()
        : known.metrics.values().stream().filter(Metric::isMeasured).toList();
  }

  /** Whether it is time to ask for births, again at the earliest after some time. */
  boolean mayAsk(long nowMillis, long againAfterMillis) {
    if (askedMillis != Long.MIN_VALUE && nowMillis - askedMillis < againAfterMillis) {
      return false;
    }
    askedMillis = nowMillis;
    return true;
  }
}
