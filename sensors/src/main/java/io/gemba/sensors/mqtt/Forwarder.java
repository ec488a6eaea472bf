package io.gemba.sensors.mqtt;

import io.gemba.message.Topic;
import io.gemba.sensors.payload.Decoded;
import io.gemba.sensors.payload.PayloadDecoder;
import io.gemba.sensors.payload.UnitConversions;
import java.util.List;

/**
 * Takes readings and machine states, each a message of its own, to Kafka. Where the anomaly job
 * reads the broker itself, readings are left to it. Thread safe.
 */
final class Forwarder implements Receiver {
  private final PayloadDecoder decoder;
  private final UnitConversions units;
  private final boolean takesReadings;
  private final KafkaDoor kafka;

  /**
   * @param takesReadings whether readings, good or bad, are for us
   */
  Forwarder(PayloadDecoder decoder, UnitConversions units, boolean takesReadings, KafkaDoor kafka) {
    this.decoder = decoder;
    this.units = units;
    this.takesReadings = takesReadings;
    this.kafka = kafka;
  }

  @Override
  public void forward(String mqttTopic, byte[] payload, Delivery delivery) {
    kafka.received();
    Decoded decoded = units.of(decoder.decode(mqttTopic, payload, kafka.millis()));
    kafka.send(
        List.of(isForUs(decoded) ? decoded : new Decoded.Ignored()),
        new KafkaDoor.Origin(mqttTopic, payload, delivery));
  }

  /** What is rejected the job rejects too, states and readings alike. */
  private boolean isForUs(Decoded decoded) {
    return takesReadings
        || (decoded instanceof Decoded.Accepted accepted && accepted.topic() != Topic.READINGS);
  }
}
