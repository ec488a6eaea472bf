package io.gemba.planner.planning;

import io.gemba.planner.roster.Need;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the work has grown so much since a roster was made that it should be made again. */
final class Surge {
  private static final double GROWTH = 0.10 + 1e-9;

  private Surge() {}

  /**
   * Compares head-hours by place and skill, from a day on and on days both know.
   *
   * @return one sentence about what has grown most; empty when nothing grew by more than a tenth
   */
  static Optional<String> of(List<Need> before, List<Need> now, LocalDate from) {
    LocalDate end = before.stream().map(Need::day).max(LocalDate::compareTo).orElse(from);
    Map<String, Integer> then = hours(before, from, end);
    Map<String, Integer> today = hours(now, from, end);
    String most = "";
    double growth = GROWTH;
    for (Map.Entry<String, Integer> entry : today.entrySet()) {
      int was = then.getOrDefault(entry.getKey(), 0);
      double grown = was == 0 ? 1 : (double) entry.getValue() / was - 1;
      if (grown > growth) {
        growth = grown;
        most = entry.getKey();
      }
    }
    return most.isEmpty()
        ? Optional.empty()
        : Optional.of("Work for %s is up by %.0f %%.".formatted(most, growth * 100));
  }

  private static Map<String, Integer> hours(List<Need> needs, LocalDate from, LocalDate end) {
    Map<String, Integer> hours = new HashMap<>();
    needs.stream()
        .filter(need -> !need.day().isBefore(from) && !need.day().isAfter(end))
        .forEach(
            need ->
                hours.merge(
                    need.skill() + " at " + need.place(),
                    need.need().stream().mapToInt(Integer::intValue).sum(),
                    Integer::sum));
    return hours;
  }
}
