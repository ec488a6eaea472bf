package io.gemba.sensors.sparkplug;

import java.util.Date;
import java.util.List;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.PropertyDataType;
import org.eclipse.tahu.message.model.PropertySet.PropertySetBuilder;
import org.eclipse.tahu.message.model.PropertyValue;
import org.eclipse.tahu.message.model.SparkplugBPayload;

/** Payloads as Eclipse Tahu writes them. */
@SuppressWarnings("JavaUtilDate") // Tahu asks for it
public final class Tahu {
  /** When births were measured. */
  public static final long NOW = 1_795_329_000_000L;

  private Tahu() {}

  /** A payload of metrics; a sequence number below 0 leaves it out. */
  public static byte[] payload(long atMillis, long seq, Metric... metrics) throws Exception {
    SparkplugBPayload payload =
        new SparkplugBPayload(new Date(atMillis), List.of(metrics), seq < 0 ? null : seq);
    return new SparkplugBPayloadEncoder().getBytes(payload, false);
  }

  /** A metric of a birth: name, alias, type and value. */
  public static Metric birth(String name, long alias, MetricDataType type, Object value)
      throws Exception {
    return new MetricBuilder(name, type, value)
        .alias(alias)
        .timestamp(new Date(NOW))
        .createMetric();
  }

  /** The same with its engineering unit. */
  static Metric birthWithUnit(String name, long alias, double value, String unit) throws Exception {
    return new MetricBuilder(name, MetricDataType.Double, value)
        .alias(alias)
        .timestamp(new Date(NOW))
        .properties(
            new PropertySetBuilder()
                .addProperty("engLow", new PropertyValue<>(PropertyDataType.Double, 0.0))
                .addProperty("engUnit", new PropertyValue<>(PropertyDataType.String, unit))
                .createPropertySet())
        .createMetric();
  }

  /** A value by alias. */
  public static Metric value(long alias, double value, long atMillis) throws Exception {
    return new MetricBuilder(alias, MetricDataType.Double, value)
        .timestamp(new Date(atMillis))
        .createMetric();
  }

  /** The number of a node's session. */
  public static Metric session(long number) throws Exception {
    return new MetricBuilder("bdSeq", MetricDataType.Int64, number).createMetric();
  }
}
