package io.gemba.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used, kept whole with the reason.
 *
 * @param at when it was refused
 * @param stage what refused it, for example {@code gateway} or {@code demand-job}
 * @param source topic it came on: MQTT or Kafka
 * @param position partition and offset for Kafka, empty for MQTT
 * @param key its key; null when it had none
 * @param reason what is wrong, which value, and the fix
 * @param original the bytes as they came, base64 in JSON; cut after 256 KiB
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the point; nobody compares dead letters
public record DeadLetter(
    Instant at,
    String stage,
    String source,
    String position,
    @Nullable String key,
    String reason,
    byte[] original) {

  /** Bytes of the original that are kept. */
  public static final int KEPT_BYTES = 256 * 1024;

  /**
   * @throws IllegalArgumentException if the time, stage, source or reason is missing
   */
  public DeadLetter {
    Require.present(at, "at");
    Require.id(stage, "stage");
    Require.id(source, "source");
    Require.present(position, "position");
    Require.id(reason, "reason");
    original =
        original.length > KEPT_BYTES ? java.util.Arrays.copyOf(original, KEPT_BYTES) : original;
  }
}
