package io.gemba.sensors.sparkplug;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Sparkplug B payload: message {@code Payload} of {@code sparkplug_b.proto} (Eclipse Sparkplug
 * 3.0, chapter 6.4). Texts, data sets, templates and files are passed over: they are no readings.
 *
 * @param atMillis when it was made, epoch milliseconds; {@link SparkplugMetric#NONE} when not given
 * @param seq 0 to 255; {@link SparkplugMetric#NONE} when not given, as in a node's death
 * @param metrics in the order of the payload
 */
record SparkplugPayload(long atMillis, long seq, List<SparkplugMetric> metrics) {
  static final int MOST_METRICS = 20_000;

  private static final String UNIT_PROPERTY = "engUnit";

  /**
   * Reads a payload.
   *
   * @throws MalformedException when it is none, or has more than {@value #MOST_METRICS} metrics
   */
  static SparkplugPayload read(byte[] bytes) throws MalformedException {
    ProtobufReader reader = new ProtobufReader(bytes);
    long atMillis = SparkplugMetric.NONE;
    long seq = SparkplugMetric.NONE;
    List<SparkplugMetric> metrics = new ArrayList<>();
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> atMillis = reader.varint();
        case 2 -> metrics.add(metric(reader.message()));
        case 3 -> seq = reader.varint();
        default -> reader.skip();
      }
      if (metrics.size() > MOST_METRICS) {
        throw new MalformedException(
            "The payload has more than %d metrics. Send several.".formatted(MOST_METRICS));
      }
    }
    return new SparkplugPayload(atMillis, seq, metrics);
  }

  private static SparkplugMetric metric(ProtobufReader reader) throws MalformedException {
    String name = "";
    long alias = SparkplugMetric.NONE;
    long atMillis = SparkplugMetric.NONE;
    int type = 0;
    boolean isNull = false;
    Long number = null;
    Double real = null;
    Boolean bool = null;
    String unit = "";
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> name = reader.text();
        case 2 -> alias = reader.varint();
        case 3 -> atMillis = reader.varint();
        case 4 -> type = (int) reader.varint();
        case 7 -> isNull = reader.bool();
        case 9 -> unit = unit(reader.message());
        case 10, 11 -> number = reader.varint();
        case 12 -> real = (double) reader.float32();
        case 13 -> real = reader.float64();
        case 14 -> bool = reader.bool();
        default -> reader.skip();
      }
    }
    return new SparkplugMetric(name, alias, atMillis, type, isNull, number, real, bool, unit);
  }

  private static String unit(ProtobufReader properties) throws MalformedException {
    List<String> keys = new ArrayList<>();
    List<String> values = new ArrayList<>();
    while (properties.next()) {
      switch (properties.field()) {
        case 1 -> keys.add(properties.text());
        case 2 -> values.add(propertyText(properties.message()));
        default -> properties.skip();
      }
    }
    int at = keys.indexOf(UNIT_PROPERTY);
    return at >= 0 && at < values.size() ? values.get(at) : "";
  }

  private static String propertyText(ProtobufReader property) throws MalformedException {
    @Nullable String text = null;
    while (property.next()) {
      if (property.field() == 8) {
        text = property.text();
      } else {
        property.skip();
      }
    }
    return text == null ? "" : text;
  }
}
