package io.gemba.sensors.mqtt;

import io.gemba.sensors.payload.PayloadDecoder;
import io.gemba.sensors.payload.UnitConversions;
import java.util.List;

/** Takes readings and machine states, each a message of its own, to Kafka. Thread safe. */
final class Forwarder implements Receiver {
  private final PayloadDecoder decoder;
  private final UnitConversions units;
  private final KafkaDoor kafka;

  Forwarder(PayloadDecoder decoder, UnitConversions units, KafkaDoor kafka) {
    this.decoder = decoder;
    this.units = units;
    this.kafka = kafka;
  }

  @Override
  public void forward(String mqttTopic, byte[] payload, Delivery delivery) {
    kafka.received();
    kafka.send(
        List.of(units.of(decoder.decode(mqttTopic, payload, kafka.millis()))),
        new KafkaDoor.Origin(mqttTopic, payload, delivery));
  }
}
