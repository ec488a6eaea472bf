package io.gemba.planner.sensors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.planner.TestSite;
import io.gemba.planner.events.EventHub;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SensorBoardTest {
  private final SensorBoard board = new SensorBoard(TestSite.site(), new EventHub("run"));

  @Test
  void readingOfAClockThatRunsAhead_isNotTheLatest() {
    long now = TestSite.NOW.toEpochMilli();
    board.reading(new Reading("filler/vibration", now, 3, 1, now));

    long ahead = now + Duration.ofDays(1).toMillis();
    board.reading(new Reading("filler/vibration", ahead, 3, 2, now + 1_000));

    assertThat(board.findLatest()).contains(TestSite.NOW);
  }

  @Test
  void status_showsHowReadingsCome_beforeItDidToo() {
    SensorStatus.Delivery gaps = new SensorStatus.Delivery(2, 60, List.of("gap"));
    board.status(status("filler/vibration", gaps));
    board.status(status("filler/other", null));

    assertThat(board.rows())
        .extracting(row -> requireNonNull(row.delivery()))
        .containsExactly(SensorStatus.Delivery.GOOD, gaps);
  }

  private static SensorStatus status(String sensor, SensorStatus.@Nullable Delivery delivery) {
    return new SensorStatus(sensor, TestSite.NOW, 3, 10, 0, 0, null, null, null, delivery);
  }
}
