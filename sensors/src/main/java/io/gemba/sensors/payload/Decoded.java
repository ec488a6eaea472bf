package io.gemba.sensors.payload;

import io.gemba.message.Topic;
import org.jspecify.annotations.Nullable;

/** What became of an MQTT message. */
public sealed interface Decoded {

  /**
   * A message for Kafka.
   *
   * @param topic where it belongs
   * @param key its key there
   * @param message a value of {@link Topic#recordType()}
   */
  record Accepted(Topic topic, String key, Object message) implements Decoded {}

  /**
   * A message for the dead letters.
   *
   * @param key the sensor or machine it names; null when the topic names none
   * @param reason what is wrong, with the value and the fix
   */
  record Rejected(@Nullable String key, String reason) implements Decoded {}

  /** Traffic on our topics that is meant for others: no message, no dead letter. */
  record Ignored() implements Decoded {}
}
