package io.gemba.jobs.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gemba.message.Demand;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.message.Stock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hand-written decoders must accept, refuse and say the same as {@link Json#read}. */
final class DecoderTest {
  private static final String READING =
      "{\"sensor\":\"filler-2/nozzle\",\"at\":1700000000123,\"value\":1.5,\"seq\":7,\"received\":9}";
  private static final String DEMAND =
      "{\"id\":\"d1\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2026-11-22T04:00:00Z\","
          + "\"quantity\":2.0,\"priceCents\":199,\"promotion\":false,\"revision\":0}";

  private static final String STOCK =
      "{\"id\":\"s1\",\"kind\":\"COUNT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2026-11-22T04:00:00Z\","
          + "\"quantity\":2.5,\"onOrder\":6,\"reason\":\"count\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        READING,
        "{\"received\":9,\"seq\":7,\"value\":-2,\"at\":1,\"sensor\":\"m/s\"}",
        "{\"sensor\":\"m/s\",\"at\":1,\"value\":1e3,\"seq\":7,\"received\":9,\"new\":{\"a\":[1,{}]}}",
        "{\"sensor\":\"m/s\",\"at\":1,\"value\":1,\"value\":2,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m\\u00e9/s\\n\",\"at\":1,\"value\":1,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":\"1\",\"value\":\"1.5\",\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":1.0,\"value\":1,\"seq\":7,\"received\":9}",
        "{\"sensor\":5,\"at\":1,\"value\":1,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":1,\"value\":\"NaN\",\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":1,\"value\":NaN,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":1,\"value\":1e999,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":99999999999999999999,\"value\":1,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":1,\"value\":null,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":1,\"seq\":7,\"received\":9}",
        "{\"sensor\":\" \",\"at\":1,\"value\":1,\"seq\":7,\"received\":9}",
        "{\"at\":1,\"value\":1,\"seq\":7,\"received\":9}",
        "{\"sensor\":null,\"at\":1,\"value\":1,\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"at\":1,\"value\":[1],\"seq\":7,\"received\":9}",
        "{\"sensor\":\"m/s\",\"atMillis\":1,\"value\":1,\"seq\":7,\"received\":9}",
        READING + "x",
        READING + READING,
        "[]",
        "null",
        "",
        "{",
        "{\"sensor\":\"m/s\"",
        "\u0000\u0001"
      })
  void reading_anyText_isWhatJsonReads(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertSame(bytes, Reading.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DEMAND,
        "{\"id\":\"d\",\"kind\":\"DAY_TOTAL\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-29T23:59:59Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-30T23:59:59Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T24:00:00Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59.125Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59+02:00\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":1700000000,\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"sale\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":-2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":\"true\",\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3000000000}",
        "{\"id\":\"d\",\"kind\":\"SALE\",\"item\":\"i\",\"place\":\"p\",\"at\":\"soon\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"RETURN\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":-2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        "{\"id\":\"d\",\"kind\":\"RETURN\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"priceCents\":0,\"promotion\":true,\"revision\":3}",
        DEMAND + "}",
        "[{}]"
      })
  void demand_anyText_isWhatJsonReads(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertSame(bytes, Demand.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STOCK,
        "{\"id\":\"s\",\"kind\":\"MOVEMENT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59.123456789Z\",\"quantity\":-2,\"onOrder\":0,\"reason\":\"sale\"}",
        "{\"id\":\"s\",\"kind\":\"COUNT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":-2,\"onOrder\":0,\"reason\":\"sale\"}",
        "{\"id\":\"s\",\"kind\":\"COUNT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"onOrder\":-1,\"reason\":\"sale\"}",
        "{\"id\":\"s\",\"kind\":\"COUNT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"onOrder\":\"1\",\"reason\":\"\"}",
        "{\"id\":\"s\",\"kind\":\"THEFT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"onOrder\":1,\"reason\":\"sale\"}",
        "{\"id\":\"s\",\"kind\":\"COUNT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"onOrder\":1}",
        "{\"id\":\"s\",\"kind\":\"COUNT\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2024-02-28T23:59:59Z\",\"quantity\":2,\"onOrder\":1,\"reason\":\"sale\",\"more\":[{}]}",
        STOCK + "1",
        "5"
      })
  void stock_anyText_isWhatJsonReads(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertSame(bytes, Stock.class);
  }

  @Test
  void anyType_randomRecordsAndRandomDamage_isWhatJsonReads() {
    long seed = 4711;
    Random random = new Random(seed);

    for (int i = 0; i < 3_000; i++) {
      Object message =
          switch (i % 3) {
            case 0 -> randomReading(random);
            case 1 -> randomDemand(random);
            default -> randomStock(random);
          };
      byte[] bytes = Json.write(message);
      Class<?> type = message.getClass();
      assertSame(bytes, type);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      assertSame(bytes, type);
    }
  }

  private static Reading randomReading(Random random) {
    double value = random.nextBoolean() ? random.nextGaussian() * 1e9 : random.nextInt(100);
    return new Reading("m/" + random.nextInt(), random.nextLong(), value, random.nextLong(), 5);
  }

  private static Demand randomDemand(Random random) {
    Instant at = Instant.ofEpochSecond(random.nextInt(), random.nextBoolean() ? 0 : 123_000_000);
    Demand.Kind kind = random.nextBoolean() ? Demand.Kind.SALE : Demand.Kind.DAY_TOTAL;
    return new Demand("d" + random.nextInt(), kind, "i", "p", at, random.nextInt(9), 199, true, 2);
  }

  private static Stock randomStock(Random random) {
    Instant at = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    Stock.Kind kind = random.nextBoolean() ? Stock.Kind.COUNT : Stock.Kind.MOVEMENT;
    return new Stock("s" + random.nextInt(), kind, "i", "p", at, random.nextInt(9), 0.5, "count");
  }

  private static <T> void assertSame(byte[] bytes, Class<T> type) {
    List<T> expected = new ArrayList<>();
    List<T> actual = new ArrayList<>();

    Throwable refusal = catchThrowable(() -> expected.add(Json.read(bytes, type)));
    Throwable ours = catchThrowable(() -> actual.add(MessageTypes.decode(bytes, type)));

    String text = new String(bytes, UTF_8);
    assertThat(actual).as(text).isEqualTo(expected);
    if (refusal != null) {
      assertThat(ours).as(text).isInstanceOf(IOException.class).hasMessage(refusal.getMessage());
    }
  }
}
