package io.gemba.routes.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.routes.Travel.Period;
import io.gemba.routes.Travel.Traffic;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficClockTest {
  private static final Instant DAY = Instant.parse("2026-10-25T00:00:00Z");
  private static final long HOUR = 3_600_000;

  private static TrafficClock clock(Period... periods) {
    return new TrafficClock(
        new Traffic(ZoneId.of("UTC"), List.of(periods)), DAY, DAY.plusSeconds(86_400));
  }

  private static Period period(int from, int to, double factor) {
    return new Period(LocalTime.of(from, 0), LocalTime.of(to % 24, 0), factor);
  }

  @Test
  void wayThroughTwoChanges_isDrivenAtThreeSpeeds() {
    TrafficClock clock = clock(period(8, 9, 0.5));
    long half = DAY.toEpochMilli() + 7 * HOUR + HOUR / 2;

    long arrival = clock.arrival(half, 2 * HOUR);

    assertThat(arrival - half).isEqualTo(HOUR / 2 + HOUR + HOUR);
    assertThat(clock.departure(arrival, 2 * HOUR)).isEqualTo(half);
  }

  @Test
  void dayWithoutPeriod_isDrivenAtFactorOne() {
    assertThat(clock().arrival(DAY.toEpochMilli(), 12_345)).isEqualTo(DAY.toEpochMilli() + 12_345);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyWay_leavingLaterIsNeverSoonerAndDepartureIsTheLatest(long seed) {
    Random random = new Random(seed);
    TrafficClock clock =
        clock(
            period(0, 6, 1.3),
            period(7, 9, 0.2 + random.nextDouble()),
            period(9, 11, 0.2 + random.nextDouble()),
            period(22, 24, 0.7));
    for (int i = 0; i < 500; i++) {
      long departs = DAY.toEpochMilli() + random.nextInt((int) (30 * HOUR));
      long way = random.nextInt((int) (5 * HOUR));

      long arrival = clock.arrival(departs, way);
      long later = clock.arrival(departs + random.nextInt(1_000_000), way);
      long latest = clock.departure(arrival, way);

      assertThat(later).isGreaterThanOrEqualTo(arrival);
      assertThat(latest).isGreaterThanOrEqualTo(departs);
      assertThat(clock.arrival(latest, way)).isEqualTo(arrival);
      assertThat(clock.arrival(latest + 1, way)).isGreaterThan(arrival);
    }
  }
}
