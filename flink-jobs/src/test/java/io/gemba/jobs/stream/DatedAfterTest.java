package io.gemba.jobs.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Demand;
import io.gemba.message.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatedAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final DatedAfter wanted =
      new DatedAfter(Duration.ofDays(30), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void isTooOld_recordAsGembaWritesIt_byItsDay() {
    assertThat(wanted.isTooOld(sale(NOW))).isFalse();
    assertThat(wanted.isTooOld(sale(NOW.minus(Duration.ofDays(30))))).isFalse();
    assertThat(wanted.isTooOld(sale(NOW.minus(Duration.ofDays(31))))).isFalse();
    assertThat(wanted.isTooOld(sale(NOW.minus(Duration.ofDays(32))))).isTrue();
    assertThat(wanted.isTooOld(sale(NOW.minus(Duration.ofDays(800))))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"at\":\"",
        "{\"at\":\"2020-01",
        "{\"at\":\"soon, maybe\"}",
        "{\"at\":\"2020/01/01T00:00:00Z\"}",
        "{\"at\":1577836800}",
        "{\"at\" : \"2020-01-01T00:00:00Z\"}",
        "{\"id\":\"\\\"at\\\":\\\"2020-01-01T00:00:00Z\"}",
        "{\"dated\":\"2020-01-01T00:00:00Z\"}"
      })
  void isTooOld_dayNotSurelyKnown_isRead(String record) {
    assertThat(wanted.isTooOld(record.getBytes(UTF_8))).isFalse();
  }

  private static byte[] sale(Instant at) {
    return Json.write(new Demand("d", Demand.Kind.SALE, "i", "p", at, 1, 100, false, 0));
  }
}
