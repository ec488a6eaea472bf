package io.gemba.planner.alarms;

import io.gemba.message.Episode;
import io.gemba.planner.alarms.AlarmView.Standing;
import io.gemba.planner.store.CareTable.Care;
import io.gemba.planner.store.CareTable.Decision;
import io.gemba.planner.store.CareTable.Kind;
import io.gemba.planner.store.MaintenanceTable.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an alarm stands among people, from what the job says of it and what they decided. Pure:
 * nothing has to happen when a time is reached, so a restart misses nothing.
 */
final class AlarmRule {
  private AlarmRule() {}

  /** Where it stands at a time; {@code windows} may be of any machine. */
  static Standing standing(Episode episode, Care care, List<Window> windows, Instant now) {
    if (episode.state() == Episode.State.CLOSED) {
      return Standing.DONE;
    }
    Decision decision = holding(episode, care, now);
    if (decision != null) {
      return decision.kind() == Kind.SHELVED ? Standing.SHELVED : Standing.DONE;
    }
    return suppressedUntil(episode, windows, now) == null ? Standing.OPEN : Standing.SUPPRESSED;
  }

  /**
   * The decision that holds: until its time, and while the alarm is no more severe than when it was
   * made. Null when there is none.
   */
  static @Nullable Decision holding(Episode episode, Care care, Instant now) {
    Decision decision = care.decision();
    if (decision == null || episode.severity().compareTo(decision.severity()) > 0) {
      return null;
    }
    Instant until = decision.until();
    return until == null || now.isBefore(until) ? decision : null;
  }

  /**
   * When the last window ends in which the alarm began and which is not over; null when there is
   * none. What began before the window, or goes on after it, is shown as any other alarm.
   */
  static @Nullable Instant suppressedUntil(Episode episode, List<Window> windows, Instant now) {
    return windows.stream()
        .filter(window -> window.machine().equals(episode.machine()))
        .filter(window -> !episode.onset().isBefore(window.from()))
        .filter(window -> episode.onset().isBefore(window.until()))
        .map(Window::until)
        .filter(now::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether somebody should see it who has not: open, severe and acknowledged by nobody. */
  static boolean isUnheeded(Standing standing, Episode.Severity severity, boolean acknowledged) {
    return standing == Standing.OPEN
        && !acknowledged
        && severity.compareTo(Episode.Severity.HIGH) >= 0;
  }

  /** Whether it was unheeded for too long; counts from when it was first seen so, not its onset. */
  static boolean isOverdue(@Nullable Instant unheededSince, Duration patience, Instant now) {
    return unheededSince != null && !now.isBefore(unheededSince.plus(patience));
  }
}
