package io.gemba.sensors.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Bottleneck;
import io.gemba.message.Bottleneck.Share;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.sensors.TestBytes;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineWatchTest {
  private static final Instant SIX = Instant.parse("2026-11-20T06:00:00Z");
  private static final LineSite SITE =
      new LineSite("line", new HourClock(ZoneOffset.UTC, List.of()));

  private final List<Bottleneck> said = new ArrayList<>();
  private LineWatch watch = new LineWatch();

  @Test
  void hour_withAShift_saysSoleAndShiftingMinutes_andTheMomentaryBottleneck() {
    hourWithAShift().forEach(this::observe);

    Bottleneck hour = said.stream().filter(Bottleneck::closed).findFirst().orElseThrow();
    assertThat(hour.start()).isEqualTo(SIX);
    assertThat(hour.shares())
        .containsExactly(new Share("cooker", 30, 10), new Share("filler", 20, 10));
    assertThat(hour.machine()).isEqualTo("cooker");
    assertThat(hour.since()).isEqualTo(SIX.plusSeconds(20 * 60));
  }

  @Test
  void hour_inAnyOrderWithRepeats_endsTheSame() {
    hourWithAShift().forEach(this::observe);
    Bottleneck expected = said.stream().filter(Bottleneck::closed).findFirst().orElseThrow();
    for (long seed = 0; seed < 20; seed++) {
      List<MachineState> messages = new ArrayList<>(hourWithAShift());
      messages.addAll(hourWithAShift());
      Collections.shuffle(messages, new Random(seed));
      watch = new LineWatch();
      said.clear();

      messages.forEach(message -> watch.observe(message, millis(70), SITE, said::add));
      watch.tick(millis(70), SITE, said::add);

      assertThat(lastOfFirstHour().shares()).as("seed %d", seed).isEqualTo(expected.shares());
      assertThat(said).as("seed %d", seed).extracting(Bottleneck::id).contains(expected.id());
    }
  }

  @Test
  void lateMessage_correctsTheHourBefore_withAHigherRevision() {
    hourWithAShift().forEach(this::observe);
    watch.tick(millis(62), SITE, said::add);
    Bottleneck before = lastOfFirstHour();

    watch.observe(state("filler", 5.5, State.STARVED), millis(63), SITE, said::add);
    watch.tick(millis(63), SITE, said::add);

    assertThat(lastOfFirstHour().revision()).isGreaterThan(before.revision());
    assertThat(lastOfFirstHour().shares()).isNotEqualTo(before.shares());
  }

  @Test
  void nothingNew_saysNothing() {
    observe(state("filler", 0, State.RUNNING));
    watch.tick(millis(5), SITE, said::add);
    int count = said.size();

    boolean more = watch.tick(millis(5), SITE, said::add);

    assertThat(more).isFalse();
    assertThat(said).hasSize(count);
  }

  @Test
  void periodOfManyHours_keepsItsBeginning_whenTheLogIsCut() {
    for (int minute = 0; minute <= 600; minute += 4) {
      observe(state("filler", minute, State.RUNNING));
      observe(state("cooker", minute, minute < 400 ? State.STARVED : State.RUNNING));
    }

    watch.tick(millis(600), SITE, said::add);

    Bottleneck last = said.get(said.size() - 1);
    assertThat(last.machine()).isEqualTo("filler");
    assertThat(last.since()).isEqualTo(SIX);
  }

  @Test
  void written_goesOnTheSame() throws IOException {
    hourWithAShift().forEach(this::observe);
    LineWatch read = LineWatch.read(TestBytes.in(watch::write), LineWatch.LAYOUT);
    List<Bottleneck> ofRead = new ArrayList<>();
    said.clear();

    for (MachineState next :
        List.of(state("filler", 64, State.DOWN), state("cooker", 65, State.IDLE))) {
      watch.observe(next, millis(65), SITE, said::add);
      read.observe(next, millis(65), SITE, ofRead::add);
    }
    watch.tick(millis(66), SITE, said::add);
    read.tick(millis(66), SITE, ofRead::add);

    assertThat(ofRead).isNotEmpty().isEqualTo(said);
  }

  @Test
  void messagesFromTheFutureOrOfFinalHours_changeNothing() {
    observe(state("filler", 200, State.RUNNING));
    watch.tick(millis(200), SITE, said::add);
    said.clear();

    watch.observe(state("cooker", 300, State.RUNNING), millis(200), SITE, said::add);
    watch.observe(state("cooker", 10, State.RUNNING), millis(200), SITE, said::add);
    watch.tick(millis(200), SITE, said::add);

    assertThat(said).isEmpty();
  }

  /** The filler is active for the first 30 minutes, the cooker from the 20th on. */
  private static List<MachineState> hourWithAShift() {
    List<MachineState> messages = new ArrayList<>();
    for (int minute = 0; minute < 62; minute++) {
      messages.add(state("filler", minute, minute < 30 ? State.RUNNING : State.BLOCKED));
      messages.add(state("cooker", minute, minute < 20 ? State.STARVED : State.RUNNING));
    }
    return messages;
  }

  private Bottleneck lastOfFirstHour() {
    return said.stream()
        .filter(one -> one.start().equals(SIX))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private void observe(MachineState message) {
    watch.observe(message, message.at().toEpochMilli(), SITE, said::add);
  }

  private static MachineState state(String machine, double minute, State state) {
    return new MachineState(
        machine, Instant.ofEpochMilli(millis(minute)), 0, state, null, "soup", 1, 0);
  }

  private static long millis(double minute) {
    return SIX.toEpochMilli() + Math.round(minute * 60_000);
  }
}
