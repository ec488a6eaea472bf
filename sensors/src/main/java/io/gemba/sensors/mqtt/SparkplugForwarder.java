package io.gemba.sensors.mqtt;

import io.gemba.sensors.payload.UnitConversions;
import io.gemba.sensors.sparkplug.SparkplugHost;

/**
 * Takes the readings and devices of Sparkplug edge nodes to Kafka and asks for rebirths. A message
 * is acknowledged when all that it held is safe. Thread safe.
 */
final class SparkplugForwarder implements Receiver {
  private final SparkplugHost host;
  private final UnitConversions units;
  private final KafkaDoor kafka;

  SparkplugForwarder(SparkplugHost host, UnitConversions units, KafkaDoor kafka) {
    this.host = host;
    this.units = units;
    this.kafka = kafka;
  }

  @Override
  public void forward(String mqttTopic, byte[] payload, Delivery delivery) {
    kafka.received();
    SparkplugHost.Answer answer = host.accept(mqttTopic, payload, kafka.millis());
    SparkplugHost.Command rebirth = answer.rebirth();
    if (rebirth != null) {
      delivery.publish(rebirth.topic(), rebirth.payload());
    }
    kafka.send(
        answer.messages().stream().map(units::of).toList(),
        new KafkaDoor.Origin(mqttTopic, payload, delivery));
  }
}
