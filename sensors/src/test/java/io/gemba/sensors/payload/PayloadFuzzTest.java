package io.gemba.sensors.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Reading;
import io.gemba.message.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadFuzzTest {
  private static final long NOW_MILLIS = 1_795_329_000_000L;
  private static final String TOPIC = "gemba/demo/press/force";
  private static final List<String> POINTERS = List.of("/value", "/at", "/seq");
  private static final String[] PIECES = {
    "\"value\"",
    "\"at\"",
    "\"seq\"",
    ":",
    ",",
    "{",
    "}",
    "[",
    "]",
    "1",
    "-2.5e3",
    "\"x\"",
    "null",
    "true",
    "NaN",
    "1e999",
    "12345678901234567890",
    "1795329000",
    "\"2026-11-22T06:30:00Z\"",
    " ",
    "\u0000",
    "\u00e9",
    "\"\\u0041\"",
    "/",
    "\n"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void decode_anyPieces_answersAndAcceptsOnlyFiniteReadings(long seed) {
    Random random = new Random(seed);
    PayloadDecoder decoder = new PayloadDecoder("demo", 1000, List.of());

    for (int i = 0; i < 5_000; i++) {
      byte[] payload = random.nextBoolean() ? pieces(random) : damaged(random);

      Decoded decoded = decoder.decode(TOPIC, payload, NOW_MILLIS);

      assertThat(decoded).as("seed %d, case %d", seed, i).isNotInstanceOf(Decoded.Ignored.class);
      if (decoded instanceof Decoded.Accepted accepted) {
        assertThat(accepted.topic()).isEqualTo(Topic.READINGS);
        assertThat(((Reading) accepted.message()).atMillis())
            .isBetween(0L, NOW_MILLIS + PayloadDecoder.AHEAD_AT_MOST.toMillis());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void read_whatTheTreeAccepts_theFlatReaderReadsAlike(long seed) throws RejectedException {
    Random random = new Random(seed);
    PayloadReader flat = new PayloadReader(POINTERS, true);
    PayloadReader tree = new PayloadReader(POINTERS, false);
    int compared = 0;

    for (int i = 0; i < 20_000; i++) {
      byte[] payload = object(random);
      Scalar[] expected = readOrNull(tree, payload);
      if (expected != null) {
        assertThat(flat.read(payload))
            .as("seed %d: %s", seed, new String(payload, StandardCharsets.UTF_8))
            .containsExactly(expected);
        compared++;
      }
    }

    assertThat(compared).isGreaterThan(5_000);
  }

  private static Scalar[] readOrNull(PayloadReader reader, byte[] payload) {
    try {
      return reader.read(payload);
    } catch (RejectedException e) {
      return null;
    }
  }

  private static byte[] pieces(Random random) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A good payload with a few bytes overwritten, or cut. */
  private static byte[] damaged(Random random) {
    byte[] payload =
        "{\"value\":3.25,\"at\":1795329000123,\"seq\":17}".getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i > 0; i--) {
      payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
    }
    return Arrays.copyOf(payload, random.nextInt(5) == 0 ? random.nextInt(44) : payload.length);
  }

  /** Mostly an object of the known fields with values of every kind, in any order, repeated. */
  private static byte[] object(Random random) {
    StringBuilder text = new StringBuilder("{");
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",");
      text.append(PIECES[random.nextInt(3)]).append(':').append(value(random, 0));
    }
    return text.append(random.nextInt(20) == 0 ? "" : "}")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 7 : 9)) {
      case 0 -> Long.toString(random.nextLong());
      case 1 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
      case 2 -> "\"t" + random.nextInt() + "\\n\u00e9\"";
      case 3 -> "null";
      case 4 -> Boolean.toString(random.nextBoolean());
      case 5 -> "9".repeat(1 + random.nextInt(60));
      case 6 -> random.nextBoolean() ? "NaN" : "-Infinity";
      case 7 -> "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]";
      default -> "{\"value\":" + value(random, depth + 1) + "}";
    };
  }
}
