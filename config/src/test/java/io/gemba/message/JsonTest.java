package io.gemba.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final Instant NOW = Instant.parse("2026-10-13T08:42:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 13);

  static Stream<Record> messages() {
    List<Double> hours = Collections.nCopies(24, 1.5);
    return Stream.of(
        new Reading("filler-2/pressure", 1, 2.6, 3, 4),
        new MachineState("filler-2", NOW, 1, MachineState.State.DOWN, "bearing", null, 0, 0, 2),
        new Demand("d1", Demand.Kind.SALE, "hummus", "store-1", NOW, 2, 299, false, 0),
        new Stock("s1", Stock.Kind.MOVEMENT, "hummus", "store-1", NOW, -2, 0, "sale"),
        new Order(
            "o1",
            Order.Kind.DELIVERY,
            Order.Status.OPEN,
            "warehouse",
            "store-1",
            NOW,
            NOW,
            NOW.plusSeconds(3600),
            List.of(new Order.Line("hummus", 24)),
            1,
            4.8,
            7176,
            List.of()),
        new Episode(
            "e1",
            0,
            Episode.Kind.ANOMALY,
            "filler-2/pressure",
            "filler-2",
            "residual",
            Episode.State.OPEN,
            Episode.Severity.HIGH,
            5.5,
            NOW,
            NOW,
            null,
            2.6,
            3.27,
            null,
            "Pressure is low.",
            List.of()),
        new ProductionWindow(
            "p1",
            0,
            "filler-2",
            NOW,
            NOW.plusSeconds(60),
            "E",
            1,
            1,
            0.9,
            1,
            0.9,
            9,
            0,
            Map.of("bearing", 0.5),
            12,
            false,
            List.of("e1"),
            3,
            List.of(
                new ProductionWindow.Loss(
                    ProductionWindow.Kind.MICRO_STOP, "bearing", 1, 0.5, 12))),
        new Forecast(
            "f1",
            "hummus",
            "store-1",
            DAY,
            0,
            NOW,
            "ma28",
            List.of(1.0, 2.0),
            List.of(0.5),
            List.of(List.of(1.0, 2.0)),
            List.of(List.of(1.0, 3.0))),
        new Workload("w1", "plant", "pick", DAY, 0, NOW, List.of(0.5), List.of(hours), hours),
        new Cost("c1", NOW, Cost.Kind.STAFF, "plant", "plan", 1, 2, "why", List.of("e1")),
        new Plan(
            "pl1",
            Plan.Kind.ROSTER,
            1,
            DAY,
            DAY,
            NOW,
            1,
            2,
            List.of(new Plan.Shift("anna", DAY, "E", "line", "plant", NOW, NOW)),
            List.of(),
            List.of(),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void write_thenRead_givesAnEqualMessage(Record message) throws IOException {
    Record copy = Json.read(Json.write(message), message.getClass());

    assertThat(copy).isEqualTo(message);
  }

  @Test
  void reading_hasShortNamesAndEpochMillis() {
    String json = new String(Json.write(new Reading("a/b", 1, 2.5, 3, 4)), StandardCharsets.UTF_8);

    assertThat(json)
        .isEqualTo("{\"sensor\":\"a/b\",\"at\":1,\"value\":2.5,\"seq\":3,\"received\":4}");
  }

  @Test
  void unknownField_isIgnored() throws IOException {
    Reading reading =
        read("{\"sensor\":\"a/b\",\"at\":1,\"value\":2,\"seq\":3,\"received\":4,\"new\":[]}");

    assertThat(reading.value()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"sensor\":\"a/b\"}",
        "{\"sensor\":\"\",\"at\":1,\"value\":2,\"seq\":3,\"received\":4}",
        "{\"sensor\":\"a/b\",\"at\":1,\"value\":\"NaN\",\"seq\":3,\"received\":4}",
        "{\"sensor\":\"a/b\",\"at\":1,\"value\":2,\"seq\":3,\"received\":4}{}"
      })
  void badReading_isRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  @Test
  void deepNesting_isRefused() {
    String json = "{\"sensor\":\"a/b\",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";

    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  private static Reading read(String json) throws IOException {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), Reading.class);
  }
}
