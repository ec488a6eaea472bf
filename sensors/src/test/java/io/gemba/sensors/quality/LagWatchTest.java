package io.gemba.sensors.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gemba.message.Episode;
import io.gemba.message.Episode.State;
import io.gemba.message.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Clocks that are behind, and all that looks like them, judged by the whole gate. */
final class LagWatchTest {
  private static final long START = 1_790_000_000_000L;
  private static final Limits LIMITS = new Limits(0, 100, 1);
  private static final int HALF_AN_HOUR = 1_800;
  private static final long HOUR_MILLIS = 3_600_000;

  private QualityGate gate = new QualityGate();
  private final List<Episode> episodes = new ArrayList<>();
  private final Random random = new Random(8);
  private int seq;

  @Test
  void clockAnHourBehind_isOneEvent_thatEndsWhenItIsPutRight_withoutAGap() {
    live(0, 2 * HALF_AN_HOUR, second -> HOUR_MILLIS);
    assertThat(gate.delivery().faults()).containsExactly("clock-skew");
    live(2 * HALF_AN_HOUR, 4 * HALF_AN_HOUR, second -> 0);

    assertThat(episodes)
        .extracting(Episode::detector, Episode::state)
        .containsExactly(tuple("clock-skew", State.OPEN), tuple("clock-skew", State.CLOSED));
    assertThat(episodes.get(0).onset()).isEqualTo(Instant.ofEpochMilli(START));
    assertThat(episodes.get(0).last())
        .isEqualTo(Instant.ofEpochMilli(START + (HALF_AN_HOUR - 1) * 1_000));
    assertThat(episodes.get(0).reason()).contains("60 minutes", "time zone");
    assertThat(episodes.get(1).id()).isEqualTo(episodes.get(0).id());
    assertThat(episodes.get(1).end())
        .isEqualTo(Instant.ofEpochMilli(START + (2 * HALF_AN_HOUR + 2) * 1_000));
    assertThat(gate.fault()).as("it is trusted all the time").isNull();
    assertThat(gate.rejected()).isZero();
    assertThat(gate.delivery().missing()).isZero();
  }

  @Test
  void clockPutBackAnHour_isToldThoughItsReadingsAreOutOfOrder() {
    live(0, HALF_AN_HOUR, second -> 0);
    live(HALF_AN_HOUR, 2 * HALF_AN_HOUR + 1, second -> HOUR_MILLIS);

    assertThat(episodes)
        .extracting(Episode::detector)
        .containsExactlyInAnyOrder("out-of-order", "clock-skew");
  }

  @Test
  void networkOfTwentySeconds_hidesNoClock() {
    live(0, HALF_AN_HOUR, second -> HOUR_MILLIS + random.nextInt(20_000));

    assertThat(episodes).extracting(Episode::detector).contains("clock-skew");
  }

  @Test
  void clockFourMinutesBehind_isNoEvent() {
    live(0, 3 * HALF_AN_HOUR, second -> 240_000);

    assertThat(episodes).isEmpty();
  }

  @Test
  void backlogThatIsCaughtUpSlowly_isNoEvent() {
    live(0, 4 * HALF_AN_HOUR, second -> 2 * HOUR_MILLIS - second * 50);

    assertThat(episodes).isEmpty();
  }

  @Test
  void backlogThatIsSentAtOnce_isNoEvent() {
    for (int second = 0; second < 2 * HALF_AN_HOUR; second++) {
      check(START + second * 1_000L, START + 2 * HALF_AN_HOUR * 1_000L + second);
    }

    assertThat(episodes).isEmpty();
  }

  @Test
  void batchesOfTenMinutes_areNoEvent() {
    for (int second = 0; second < 4 * HALF_AN_HOUR; second++) {
      check(START + second * 1_000L, START + (second / 600 + 1) * 600_000L);
    }

    assertThat(episodes).isEmpty();
  }

  @Test
  void periodDatedByItsStart_isNoEvent() {
    Limits tenMinutes = new Limits(0, 100, 600);
    for (int i = 0; i < 300; i++) {
      long at = START + i * 600_000L;
      gate.check(new Reading("m/s", at, value(), i, at + 600_000), tenMinutes, episodes::add);
    }

    assertThat(episodes).isEmpty();
  }

  @Test
  void replayOfLastYear_atItsOwnPace_isNoEvent() {
    live(0, 2 * HALF_AN_HOUR, second -> 365 * 24 * HOUR_MILLIS);

    assertThat(episodes).isEmpty();
  }

  @Test
  void unknownArrival_isNoEvent() {
    for (int i = 0; i < 2 * HALF_AN_HOUR; i++) {
      check(START + i * 1_000L, 0);
    }

    assertThat(episodes).isEmpty();
  }

  @Test
  void silence_healsNoClock_butGivingTheSensorUpEndsIt() {
    live(0, HALF_AN_HOUR, second -> HOUR_MILLIS);
    gate.silent("m/s", episodes::add);
    live(HALF_AN_HOUR + 600, HALF_AN_HOUR + 700, second -> HOUR_MILLIS);

    assertThat(gate.delivery().faults()).contains("clock-skew");

    gate.giveUp("m/s", episodes::add);
    assertThat(episodes)
        .filteredOn(episode -> episode.detector().equals("clock-skew"))
        .extracting(Episode::state)
        .containsExactly(State.OPEN, State.CLOSED);
  }

  @Test
  void snapshotInTheMiddle_changesNothing() throws IOException {
    live(0, HALF_AN_HOUR - 100, second -> HOUR_MILLIS);
    restore();
    live(HALF_AN_HOUR - 100, HALF_AN_HOUR, second -> HOUR_MILLIS);
    restore();
    live(HALF_AN_HOUR, HALF_AN_HOUR + 3, second -> 0);

    assertThat(episodes)
        .extracting(Episode::detector, Episode::state)
        .containsExactly(tuple("clock-skew", State.OPEN), tuple("clock-skew", State.CLOSED));
    assertThat(episodes.get(0).onset()).isEqualTo(Instant.ofEpochMilli(START));
  }

  /** A reading a second that comes at once, with a time that is so many milliseconds past. */
  private void live(int fromSecond, int toSecond, LongUnaryOperator lagMillis) {
    for (int second = fromSecond; second < toSecond; second++) {
      long received = START + second * 1_000L;
      check(received - lagMillis.applyAsLong(second), received);
    }
  }

  private void check(long atMillis, long receivedMillis) {
    gate.check(new Reading("m/s", atMillis, value(), seq++, receivedMillis), LIMITS, episodes::add);
  }

  private double value() {
    return 50 + random.nextGaussian();
  }

  private void restore() throws IOException {
    gate = TestGates.restored(gate);
  }
}
