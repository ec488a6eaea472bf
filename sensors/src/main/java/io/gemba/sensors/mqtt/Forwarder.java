package io.gemba.sensors.mqtt;

import io.gemba.sensors.payload.PayloadDecoder;
import java.util.List;

/** Takes readings and machine states, each a message of its own, to Kafka. Thread safe. */
final class Forwarder implements Receiver {
  private final PayloadDecoder decoder;
  private final KafkaDoor kafka;

  Forwarder(PayloadDecoder decoder, KafkaDoor kafka) {
    this.decoder = decoder;
    this.kafka = kafka;
  }

  @Override
  public void forward(String mqttTopic, byte[] payload, Delivery delivery) {
    kafka.received();
    kafka.send(
        List.of(decoder.decode(mqttTopic, payload, kafka.millis())),
        new KafkaDoor.Origin(mqttTopic, payload, delivery));
  }
}
