package io.gemba.sensors.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gemba.message.Episode;
import io.gemba.message.Episode.State;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How readings come, judged by the whole gate: a sensor that is read each second. */
final class DeliveryWatchTest {
  private static final long START = 1_790_000_000_000L;
  private static final Limits LIMITS = new Limits(0, 100, 1);
  private static final int HALF_AN_HOUR = 1_800;

  private QualityGate gate = new QualityGate();
  private final List<Episode> episodes = new ArrayList<>();

  @Test
  void secondClient_sendsAllAgain_isOneEventThatEndsHalfAnHourAfterIt() {
    send(0, HALF_AN_HOUR, 2);
    assertThat(gate.delivery().faults()).containsExactly("duplicate");
    send(HALF_AN_HOUR, 3 * HALF_AN_HOUR, 2);
    send(3 * HALF_AN_HOUR, 4 * HALF_AN_HOUR, 1);

    assertThat(episodes)
        .extracting(Episode::detector, Episode::state, Episode::revision)
        .containsExactly(tuple("duplicate", State.OPEN, 0), tuple("duplicate", State.CLOSED, 1));
    assertThat(episodes.get(0).onset()).isEqualTo(at(0));
    assertThat(episodes.get(1).id()).isEqualTo(episodes.get(0).id());
    assertThat(episodes.get(1).last()).isEqualTo(at(3 * HALF_AN_HOUR - 1));
    assertThat(episodes.get(1).end()).isBetween(at(4 * HALF_AN_HOUR - 2), at(4 * HALF_AN_HOUR));
    assertThat(episodes.get(0).reason()).contains("50 %").contains("second client");
    assertThat(episodes.get(0).severity()).isEqualTo(Episode.Severity.LOW);
    assertThat(gate.fault()).as("it is trusted all the time").isNull();
    assertThat(gate.rejected()).isZero();
    assertThat(gate.delivery().faults()).isEmpty();
  }

  @Test
  void brokerThatSendsTwoMinutesAgain_isNoEvent() {
    for (int restart = 0; restart < 5; restart++) {
      int from = restart * HALF_AN_HOUR;
      send(from, from + HALF_AN_HOUR, 1);
      send(from + HALF_AN_HOUR - 120, from + HALF_AN_HOUR, 1);
    }

    assertThat(gate.duplicates()).isEqualTo(600);
    assertThat(episodes).isEmpty();
  }

  @Test
  void senderThatRepeatsOneMessageForever_isToldThoughNothingNewComes() {
    send(0, 10, 1);
    for (int i = 0; i < HALF_AN_HOUR; i++) {
      assertThat(check(reading(9, 9))).isEqualTo(Verdict.DUPLICATE);
    }

    assertThat(episodes).extracting(Episode::detector).containsExactly("duplicate");
  }

  @Test
  void everyFifthReadingLate_isOneEvent_andTheOthersAreTrusted() {
    int trusted = 0;
    for (int i = 0; i < 2 * HALF_AN_HOUR; i++) {
      int swapped = i % 5 == 3 ? i + 1 : i % 5 == 4 ? i - 1 : i;
      trusted += check(reading(swapped, swapped)) == Verdict.TRUSTED ? 1 : 0;
    }
    send(2 * HALF_AN_HOUR, 3 * HALF_AN_HOUR, 1);

    assertThat(trusted).isEqualTo(2 * HALF_AN_HOUR * 4 / 5);
    assertThat(episodes)
        .extracting(Episode::detector, Episode::state)
        .containsExactly(tuple("out-of-order", State.OPEN), tuple("out-of-order", State.CLOSED));
    assertThat(gate.delivery().late()).isEqualTo(2 * HALF_AN_HOUR / 5);
  }

  @Test
  void everyFiftiethReadingLate_isNoEvent() {
    for (int i = 0; i < 3 * HALF_AN_HOUR; i++) {
      int swapped = i % 50 == 48 ? i + 1 : i % 50 == 49 ? i - 1 : i;
      check(reading(swapped, swapped));
    }

    assertThat(gate.delivery().late()).isEqualTo(108);
    assertThat(episodes).isEmpty();
  }

  @Test
  void holeAsLongAsStale_isAGapTenReadingsLater_thatHealsAfterTenMinutes() {
    send(0, 100, 1);
    Verdict first = check(reading(100, 160));
    for (int i = 1; i <= 700; i++) {
      check(reading(100 + i, 160 + i));
      assertThat(gate.delivery().faults().size()).isEqualTo(i >= 10 && i < 600 ? 1 : 0);
    }
    assertThat(gate.delivery()).isEqualTo(new SensorStatus.Delivery(0, 60, List.of()));

    assertThat(first).as("what came is trusted").isEqualTo(Verdict.TRUSTED);
    assertThat(episodes)
        .extracting(Episode::detector, Episode::state)
        .containsExactly(tuple("gap", State.OPEN), tuple("gap", State.CLOSED));
    assertThat(episodes.get(0).onset()).isEqualTo(at(99));
    assertThat(episodes.get(0).last()).isEqualTo(at(160));
    assertThat(episodes.get(1).end()).isEqualTo(at(760));
    assertThat(episodes.get(0).reason()).contains("60 missing");
  }

  @Test
  void holeLongerThanHalfAnHour_isAGap() {
    send(0, 100, 1);
    for (int i = 0; i < 20; i++) {
      check(reading(100 + i, 3 * HALF_AN_HOUR + i));
    }

    assertThat(episodes).extracting(Episode::detector).containsExactly("gap");
    assertThat(episodes.get(0).onset()).isEqualTo(at(99));
  }

  @Test
  void disorderOverHalfAMinute_leavesHolesThatAreFilled_soItIsNoGap() {
    Random random = new Random(5);
    for (int from = 0; from < 600; from += 30) {
      List<Reading> some = new ArrayList<>();
      for (int i = from; i < from + 30; i++) {
        some.add(reading(i, i));
      }
      Collections.shuffle(some, random);
      some.forEach(this::check);
    }

    assertThat(episodes).isEmpty();
    assertThat(gate.delivery().late()).isGreaterThan(400);
  }

  @Test
  void holesOfThreeSeconds_areAGapWhenTheyAreATenthOfHalfAnHour() {
    for (int i = 0; i < 620; i++) {
      check(reading(i, i + 3L * (i / 10)));
    }

    assertThat(episodes).extracting(Episode::detector).containsExactly("gap");
    assertThat(episodes.get(0).onset()).as("the first hole").isEqualTo(at(9));
    assertThat(episodes.get(0).reason()).contains("180 missing");
  }

  @Test
  void longHolesThatFollowCloselyOnEachOther_areOneGap_fromTheFirst() {
    for (int i = 0; i < 100; i++) {
      check(reading(i, i + 20L * (i / 5)));
    }

    assertThat(episodes).extracting(Episode::detector).containsExactly("gap");
    assertThat(episodes.get(0).onset()).isEqualTo(at(4));
    assertThat(gate.delivery().missing()).isEqualTo(19 * 20);
  }

  @Test
  void oneLostReadingNowAndThen_orAnUnevenPace_isNoEvent() {
    Random random = new Random(4);
    long second = 0;
    for (int i = 0; i < 3 * HALF_AN_HOUR; i++) {
      second += random.nextInt(20) == 0 ? 2 : 1;
      check(reading(i, second));
    }
    for (int i = 0; i < 100; i++) {
      second += i % 25 == 0 ? 5 : 1;
      check(reading(10_000 + i, second));
    }

    assertThat(gate.delivery().missing()).isEqualTo(16);
    assertThat(episodes).isEmpty();
  }

  @Test
  void silenceThatWasTold_isStaleAndNoGapToo_andEndsWhatElseWasOpen() {
    send(0, HALF_AN_HOUR, 2);
    gate.silent("m/s", episodes::add);
    check(reading(5_000, 5_000));

    assertThat(episodes)
        .extracting(Episode::detector, Episode::state)
        .containsExactly(
            tuple("duplicate", State.OPEN),
            tuple("duplicate", State.CLOSED),
            tuple("stale", State.OPEN),
            tuple("stale", State.CLOSED));
  }

  @Test
  void holeAroundOurOwnStart_isNotTheSensors_butALaterOneIs() {
    send(0, 100, 1);
    gate.startedAt(START + 4_000_000);

    check(reading(100, 4_010));
    check(reading(101, 4_011));
    assertThat(episodes).isEmpty();
    for (int i = 0; i < 20; i++) {
      check(reading(102 + i, 4_100 + i));
    }

    assertThat(episodes).extracting(Episode::detector).containsExactly("gap");
  }

  @Test
  void sensorReadEachQuarterOfAnHour_needsAHundredReadings() {
    Limits slow = new Limits(0, 100, 900);
    for (int i = 0; i < 99; i++) {
      gate.check(reading(i, i * 900L), slow, episodes::add);
      gate.check(reading(i, i * 900L), slow, episodes::add);
    }
    assertThat(episodes).isEmpty();

    gate.check(reading(99, 99 * 900L), slow, episodes::add);

    assertThat(episodes).extracting(Episode::detector).containsExactly("duplicate");
  }

  @Test
  void unknownSensor_hasNoPace_soNothingIsSaidOfHowItsReadingsCome() {
    for (int i = 0; i < 3 * HALF_AN_HOUR; i++) {
      gate.check(reading(i, i * 100L), null, episodes::add);
      gate.check(reading(i, i * 100L), null, episodes::add);
    }

    assertThat(episodes).extracting(Episode::detector).containsExactly("unknown-sensor");
  }

  @Test
  void gap_whileTheSensorIsStuck_isAStateOfItsOwn() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      gate.check(reading(i, i, 50 + random.nextGaussian()), LIMITS, episodes::add);
    }
    for (int i = 300; i < 400; i++) {
      gate.check(reading(i, i < 350 ? i : i + 60, 49.5), LIMITS, episodes::add);
    }

    assertThat(gate.fault()).isEqualTo(Fault.STUCK);
    assertThat(gate.delivery().faults()).containsExactly("gap");
    assertThat(episodes).extracting(Episode::detector).containsExactly("stuck", "gap");
  }

  @Test
  void restored_inTheMiddle_goesOnWithTheSameEpisodes() throws IOException {
    send(0, HALF_AN_HOUR + 900, 2);
    restore();
    send(HALF_AN_HOUR + 900, 2 * HALF_AN_HOUR, 2);
    send(2 * HALF_AN_HOUR, 3 * HALF_AN_HOUR, 1);

    assertThat(episodes).extracting(Episode::state).containsExactly(State.OPEN, State.CLOSED);
    assertThat(episodes.get(1).id()).isEqualTo(episodes.get(0).id());
  }

  private void restore() throws IOException {
    gate = TestGates.restored(gate);
  }

  private void send(int from, int until, int times) {
    for (int second = from; second < until; second++) {
      for (int i = 0; i < times; i++) {
        check(reading(second, second));
      }
    }
  }

  private Verdict check(Reading reading) {
    return gate.check(reading, LIMITS, episodes::add);
  }

  private static Reading reading(long seq, long second) {
    return reading(seq, second, 50);
  }

  private static Reading reading(long seq, long second, double value) {
    long at = START + second * 1_000;
    return new Reading("m/s", at, value, seq, at);
  }

  private static Instant at(long second) {
    return Instant.ofEpochMilli(START + second * 1_000);
  }
}
