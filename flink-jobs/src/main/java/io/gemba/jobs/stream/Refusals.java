package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of messages that a job could read but not use.
 *
 * @param stage what the job is called in dead letters
 * @param topic the messages came on
 */
public record Refusals(String stage, Topic topic) implements Serializable {

  /**
   * The dead letter of one message. It has no position: an operator no longer knows the record.
   *
   * @param key null when the message had none
   * @param reason what is wrong, which value, and the fix
   */
  public DeadLetter of(Object message, @Nullable String key, String reason, Instant at) {
    return new DeadLetter(at, stage, topic.topicName(), "", key, reason, Json.write(message));
  }
}
