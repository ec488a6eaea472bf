package io.gemba.planner.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Episode;
import io.gemba.message.Episode.Severity;
import io.gemba.planner.TestSite;
import io.gemba.planner.alarms.AlarmView.Standing;
import io.gemba.planner.store.CareTable.Care;
import io.gemba.planner.store.CareTable.Decision;
import io.gemba.planner.store.CareTable.Kind;
import io.gemba.planner.store.MaintenanceTable.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AlarmRuleTest {
  private static final Instant NOW = TestSite.NOW;
  private static final Episode ALARM = TestSite.episode("a", Severity.HIGH);

  @Test
  void shelved_standsAsideUntilItsTime_andThenAsksAgain() {
    Care care = decided(Kind.SHELVED, NOW.plusSeconds(60), Severity.HIGH);

    assertThat(standing(ALARM, care, NOW.plusSeconds(59))).isEqualTo(Standing.SHELVED);
    assertThat(standing(ALARM, care, NOW.plusSeconds(60))).isEqualTo(Standing.OPEN);
  }

  @Test
  void everyDecision_holdsOnlyForTheSeverityItWasMadeAt() {
    for (Kind kind : Kind.values()) {
      Care before = decided(kind, null, Severity.MEDIUM);
      Care same = decided(kind, null, Severity.HIGH);

      assertThat(standing(ALARM, before, NOW)).as("%s", kind).isEqualTo(Standing.OPEN);
      assertThat(standing(ALARM, same, NOW)).as("%s", kind).isNotEqualTo(Standing.OPEN);
    }
  }

  @Test
  void alarmThatIsOver_isDone_whateverWasDecided() {
    Episode over = TestSite.closed(ALARM, NOW);

    assertThat(standing(over, decided(Kind.SHELVED, NOW.plusSeconds(9), Severity.HIGH), NOW))
        .isEqualTo(Standing.DONE);
    assertThat(standing(over, Care.none("a"), NOW)).isEqualTo(Standing.DONE);
  }

  @Test
  void alarmThatBeginsInMaintenance_isSuppressedUntilItsEnd() {
    Instant onset = ALARM.onset();
    Window window = window("filler", onset, onset.plusSeconds(600));

    assertThat(standing(window, NOW)).isEqualTo(Standing.SUPPRESSED);
    assertThat(standing(window, onset.plusSeconds(600))).isEqualTo(Standing.OPEN);
  }

  @Test
  void alarmThatBeganBefore_orAfter_orElsewhere_isShown() {
    Instant onset = ALARM.onset();

    assertThat(standing(window("filler", onset.plusSeconds(1), NOW.plusSeconds(60)), NOW))
        .isEqualTo(Standing.OPEN);
    assertThat(standing(window("filler", onset.minusSeconds(9), onset), NOW))
        .isEqualTo(Standing.OPEN);
    assertThat(standing(window("packer", onset, NOW.plusSeconds(60)), NOW))
        .isEqualTo(Standing.OPEN);
  }

  @Test
  void unheeded_isOnlyWhatIsOpenAndSevereAndSeenByNobody() {
    assertThat(AlarmRule.isUnheeded(Standing.OPEN, Severity.HIGH, false)).isTrue();
    assertThat(AlarmRule.isUnheeded(Standing.OPEN, Severity.CRITICAL, false)).isTrue();
    assertThat(AlarmRule.isUnheeded(Standing.OPEN, Severity.MEDIUM, false)).isFalse();
    assertThat(AlarmRule.isUnheeded(Standing.OPEN, Severity.HIGH, true)).isFalse();
    assertThat(AlarmRule.isUnheeded(Standing.SHELVED, Severity.HIGH, false)).isFalse();
  }

  @Test
  void overdue_isFromTheMomentThePatienceEnds() {
    Duration patience = Duration.ofMinutes(15);

    assertThat(AlarmRule.isOverdue(NOW, patience, NOW.plusSeconds(899))).isFalse();
    assertThat(AlarmRule.isOverdue(NOW, patience, NOW.plusSeconds(900))).isTrue();
    assertThat(AlarmRule.isOverdue(null, patience, NOW.plusSeconds(900))).isFalse();
  }

  private static Standing standing(Episode episode, Care care, Instant now) {
    return AlarmRule.standing(episode, care, List.of(), now);
  }

  private static Standing standing(Window window, Instant now) {
    return AlarmRule.standing(ALARM, Care.none("a"), List.of(window), now);
  }

  private static Care decided(Kind kind, @Nullable Instant until, Severity severity) {
    return new Care("a", null, new Decision(kind, until, "why", severity, "Ann", NOW), null, null);
  }

  private static Window window(String machine, Instant from, Instant until) {
    return new Window("w", machine, from, until, "belt", "Ann", from);
  }
}
