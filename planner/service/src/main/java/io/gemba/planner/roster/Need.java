package io.gemba.planner.roster;

import java.time.LocalDate;
import java.util.List;

/**
 * People needed for a skill at a place on a day, with the band that the forecast leaves.
 *
 * @param place where
 * @param skill for what
 * @param day when
 * @param need by hour of the day, 24: what is planned for
 * @param low the same if little comes (a tenth of days has less)
 * @param high the same if much comes (a tenth of days has more)
 */
public record Need(
    String place,
    String skill,
    LocalDate day,
    List<Integer> need,
    List<Integer> low,
    List<Integer> high) {
  /** Copies the lists. */
  public Need {
    need = List.copyOf(need);
    low = List.copyOf(low);
    high = List.copyOf(high);
  }

  /** The same need with other heads to plan for. */
  Need planning(List<Integer> heads) {
    return new Need(place, skill, day, heads, low, high);
  }

  /** Head-hours to plan for. */
  int headHours() {
    return need.stream().mapToInt(Integer::intValue).sum();
  }
}
