package io.gemba.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How messages are written on topics: JSON, ISO-8601 times, unknown fields ignored so that a newer
 * sender does not stop an older reader, depth and length bounded. Thread safe.
 */
public final class Json {
  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .build());
  }

  private Json() {}

  /** The shared mapper; callers must not reconfigure it. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Writes a message as UTF-8 JSON. */
  public static byte[] write(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot write " + message.getClass().getName(), e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws IOException naming the field and the value when the bytes are no such message
   */
  public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    T value = MAPPER.readValue(bytes, type);
    if (value == null) {
      throw new IOException("The message is the JSON word null. Send an object.");
    }
    return value;
  }
}
