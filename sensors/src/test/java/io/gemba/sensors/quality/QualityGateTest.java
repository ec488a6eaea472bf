package io.gemba.sensors.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QualityGateTest {
  private static final long START = 1_790_000_000_000L;
  private static final Limits LIMITS = new Limits(0, 100, 1);

  private final QualityGate gate = new QualityGate();
  private final List<Episode> episodes = new ArrayList<>();
  private final Random random = new Random(11);
  private long seq;

  @Test
  void goodReadings_allTrusted_andCounted() {
    for (int i = 0; i < 500; i++) {
      assertThat(next(50 + random.nextGaussian())).isEqualTo(Verdict.TRUSTED);
    }

    assertThat(gate.readings()).isEqualTo(500);
    assertThat(gate.rejected()).isZero();
    assertThat(episodes).isEmpty();
  }

  @Test
  void repeats_atAnyDistance_countOnce() {
    List<Reading> sent = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      sent.add(reading(i, i, 50 + random.nextGaussian()));
    }

    sent.forEach(this::check);
    sent.forEach(reading -> assertThat(check(reading)).isEqualTo(Verdict.DUPLICATE));

    assertThat(gate.readings()).isEqualTo(2_000);
    assertThat(gate.duplicates()).isEqualTo(2_000);
  }

  @Test
  void reversedReadings_allNew_areCountedButLate() {
    List<Reading> sent = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      sent.add(reading(i, i, 50));
    }
    Collections.reverse(sent);

    List<Verdict> verdicts = sent.stream().map(this::check).toList();

    assertThat(verdicts.get(0)).isEqualTo(Verdict.TRUSTED);
    assertThat(verdicts.subList(1, 100)).containsOnly(Verdict.LATE);
    assertThat(gate.readings()).isEqualTo(100);
    assertThat(gate.latestMillis()).isEqualTo(START + 99_000);
  }

  @Test
  void deviceThatCountsAnew_laterTimes_isNoRepeat() {
    for (int i = 0; i < 100; i++) {
      check(reading(i, i, 50 + random.nextGaussian()));
    }

    Verdict first = check(reading(0, 200, 50));
    Verdict again = check(reading(0, 200, 50));

    assertThat(first).isEqualTo(Verdict.TRUSTED);
    assertThat(again).isEqualTo(Verdict.DUPLICATE);
    assertThat(gate.readings()).isEqualTo(101);
  }

  @Test
  void outOfRange_thenHealed_isOneEpisode() {
    next(50);
    next(-1);
    next(50);
    next(-1);

    assertThat(next(50)).isEqualTo(Verdict.DOUBTED);
    assertThat(next(50)).isEqualTo(Verdict.DOUBTED);
    assertThat(next(50)).isEqualTo(Verdict.TRUSTED);

    assertThat(episodes)
        .extracting(Episode::detector, Episode::revision, Episode::state)
        .containsExactly(
            tuple("range", 0, Episode.State.OPEN), tuple("range", 1, Episode.State.CLOSED));
    assertThat(episodes.get(0).id()).isEqualTo(episodes.get(1).id());
    assertThat(episodes.get(1).end()).isEqualTo(Instant.ofEpochMilli(START + 6_000));
  }

  @Test
  void stuckSensor_itsOwnHistoryMoves_isSaidAfterThirtyReadings() {
    for (int i = 0; i < 300; i++) {
      next(50 + random.nextGaussian());
    }

    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      verdicts.add(next(49.5));
    }

    assertThat(verdicts.indexOf(Verdict.DOUBTED)).isEqualTo(29);
    assertThat(episodes).hasSize(1);
    assertThat(episodes.get(0).onset().toEpochMilli()).isEqualTo(START + 300_000);
    assertThat(gate.fault()).isEqualTo(Fault.STUCK);
  }

  @Test
  void constantSensor_neverMoved_isNotStuck() {
    for (int i = 0; i < 5_000; i++) {
      assertThat(next(20)).isEqualTo(Verdict.TRUSTED);
    }
  }

  @Test
  void spike_oneReading_isDoubtedAndHealed() {
    for (int i = 0; i < 300; i++) {
      next(20 + 0.1 * random.nextGaussian());
    }

    assertThat(next(95)).isEqualTo(Verdict.DOUBTED);
    assertThat(next(20)).isEqualTo(Verdict.DOUBTED);
    next(20.1);
    next(19.9);
    assertThat(next(20)).isEqualTo(Verdict.TRUSTED);

    assertThat(episodes).extracting(Episode::detector).containsExactly("spike", "spike");
  }

  @Test
  void dayAhead_clockSkew_movesNothing() {
    next(50);

    Verdict ahead = check(new Reading("m/s", START + 86_400_000, 51, seq++, START + 1_000));
    Verdict repeat = check(new Reading("m/s", START + 86_400_000, 51, seq - 1, START + 1_000));

    assertThat(ahead).isEqualTo(Verdict.DOUBTED);
    assertThat(repeat).isEqualTo(Verdict.DUPLICATE);
    assertThat(gate.latestMillis()).isEqualTo(START);
    assertThat(gate.fault()).isEqualTo(Fault.CLOCK_SKEW);
    assertThat(episodes).extracting(Episode::detector).containsExactly("clock-skew");
    assertThat(episodes.get(0).onset())
        .as("when it came, since its own time is wrong")
        .isEqualTo(Instant.ofEpochMilli(START + 1_000));
  }

  @Test
  void lastYearsReplay_receivedNow_isNoSkew() {
    assertThat(check(new Reading("m/s", 1_386_000_000_000L, 50, 0, START)))
        .isEqualTo(Verdict.TRUSTED);
  }

  @Test
  void silence_thenOneReading_isOneEpisodeThatCloses() {
    next(50);

    gate.silent("m/s", episodes::add);
    gate.silent("m/s", episodes::add);
    Verdict back = next(50);

    assertThat(back).isEqualTo(Verdict.TRUSTED);
    assertThat(episodes)
        .extracting(Episode::detector, Episode::state)
        .containsExactly(tuple("stale", Episode.State.OPEN), tuple("stale", Episode.State.CLOSED));
  }

  @Test
  void unknownSensor_anyReading_isOneOpenEpisode() {
    gate.check(reading(0, 0, 5), null, episodes::add);
    gate.check(reading(1, 1, 5), null, episodes::add);

    assertThat(episodes).extracting(Episode::detector).containsExactly("unknown-sensor");
    assertThat(gate.readings()).isEqualTo(2);
  }

  private Verdict next(double value) {
    return check(reading(seq, seq++, value));
  }

  private Verdict check(Reading reading) {
    return gate.check(reading, LIMITS, episodes::add);
  }

  private static Reading reading(long seq, long second, double value) {
    long at = START + second * 1_000;
    return new Reading("m/s", at, value, seq, at);
  }
}
