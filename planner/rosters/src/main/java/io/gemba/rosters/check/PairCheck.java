package io.gemba.rosters.check;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.Violation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Hours that two people are at work at the same time, or only one of them. */
final class PairCheck {
  private final Map<String, Shift> shifts;
  private final List<Violation> violations = new ArrayList<>();
  private long hardWeight;
  private long price;

  PairCheck(Map<String, Shift> shifts) {
    this.shifts = shifts;
  }

  void check(Pair pair, Collection<Cell> first, Collection<Cell> second) {
    TreeMap<LocalDateTime, int[]> changes = new TreeMap<>();
    first.forEach(cell -> presence(cell, 0, changes));
    second.forEach(cell -> presence(cell, 1, changes));
    int[] there = new int[2];
    Map<LocalDate, Long> wrong = new TreeMap<>();
    LocalDateTime before = null;
    for (Map.Entry<LocalDateTime, int[]> change : changes.entrySet()) {
      LocalDateTime at = change.getKey();
      long minutes = 0;
      if (before != null) {
        long wrongOnes =
            pair.together()
                ? Math.max(there[0], there[1]) - Math.min(there[0], there[1])
                : there[0] + there[1] > 1 ? there[0] + there[1] - 1L : 0;
        minutes = wrongOnes * java.time.Duration.between(before, at).toMinutes();
        if (minutes > 0) {
          wrong.merge(before.toLocalDate(), minutes, Long::sum);
        }
      }
      there[0] += change.getValue()[0];
      there[1] += change.getValue()[1];
      before = at;
    }
    Long cents = pair.centsPerHour();
    wrong.forEach(
        (day, minutes) -> {
          if (cents == null) {
            hardWeight += minutes;
            violations.add(
                new Violation("pairs", pair.first(), day, minutes, sentence(pair, day, minutes)));
          } else {
            price += minutes * cents;
          }
        });
  }

  private static String sentence(Pair pair, LocalDate day, long minutes) {
    return pair.together()
        ? "%s and %s must work together; on %s one is alone for %d minutes."
            .formatted(pair.first(), pair.second(), day, minutes)
        : "%s and %s must not work together; on %s they do for %d minutes."
            .formatted(pair.first(), pair.second(), day, minutes);
  }

  private void presence(Cell cell, int who, Map<LocalDateTime, int[]> changes) {
    Shift shift = Objects.requireNonNull(shifts.get(cell.shift()));
    LocalDateTime start = cell.day().atTime(shift.start());
    changes.computeIfAbsent(start, key -> new int[2])[who]++;
    changes.computeIfAbsent(start.plusMinutes(shift.lengthMinutes()), key -> new int[2])[who]--;
  }

  List<Violation> violations() {
    return violations;
  }

  long hardWeight() {
    return hardWeight;
  }

  long price() {
    return price;
  }
}
