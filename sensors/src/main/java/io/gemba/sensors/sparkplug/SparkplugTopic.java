package io.gemba.sensors.sparkplug;

import java.util.Optional;

/**
 * A topic {@code spBv1.0/GROUP/TYPE/EDGE} or {@code spBv1.0/GROUP/TYPE/EDGE/DEVICE}.
 *
 * @param device empty for messages of the edge node itself
 */
record SparkplugTopic(String group, Type type, String edge, String device) {
  private static final String NAMESPACE = "spBv1.0";

  /** What a message is. */
  enum Type {
    NBIRTH(false),
    NDEATH(false),
    NDATA(false),
    DBIRTH(true),
    DDEATH(true),
    DDATA(true),
    NCMD(false),
    DCMD(true);

    private final boolean ofDevice;

    Type(boolean ofDevice) {
      this.ofDevice = ofDevice;
    }
  }

  /** Reads a topic; empty when it is none of an edge node. */
  static Optional<SparkplugTopic> find(String topic) {
    String[] levels = topic.split("/", -1);
    if (levels.length < 4 || levels.length > 5 || !levels[0].equals(NAMESPACE)) {
      return Optional.empty();
    }
    for (Type type : Type.values()) {
      boolean fits = type.ofDevice == (levels.length == 5);
      if (type.name().equals(levels[2]) && fits) {
        String device = type.ofDevice ? levels[4] : "";
        return Optional.of(new SparkplugTopic(levels[1], type, levels[3], device));
      }
    }
    return Optional.empty();
  }

  /** Names the edge node among all. */
  String node() {
    return group + "/" + edge;
  }

  /** Where commands for the edge node go. */
  String commands() {
    return "%s/%s/%s/%s".formatted(NAMESPACE, group, Type.NCMD, edge);
  }

  /** The machine that a message is of: the device, or the edge node for its own metrics. */
  String machine() {
    return device.isEmpty() ? edge : device;
  }
}
