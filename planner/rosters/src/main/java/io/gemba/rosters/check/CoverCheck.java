package io.gemba.rosters.check;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.Cover;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is there in each hour, against who is needed. */
final class CoverCheck {
  private static final int HOUR_MINUTES = 60;

  private final Map<List<Object>, int[]> minutes = new HashMap<>();
  private final Set<List<Object>> compared = new HashSet<>();
  private final List<Cover> rows = new ArrayList<>();
  private long under;
  private long over;

  /** Adds a shift, minute by minute in steps that end at full hours. */
  void add(String place, Cell cell, Shift shift) {
    int left = shift.lengthMinutes();
    var at = cell.day().atTime(shift.start().withSecond(0).withNano(0));
    while (left > 0) {
      LocalTime time = at.toLocalTime();
      int step = Math.min(left, HOUR_MINUTES - time.getMinute());
      minutes
              .computeIfAbsent(
                  List.of(place, String.valueOf(cell.skill()), at.toLocalDate()),
                  key -> new int[24])[time.getHour()] +=
          step;
      at = at.plusMinutes(step);
      left -= step;
    }
  }

  void compare(Demand demand) {
    int[] there =
        minutes.getOrDefault(
            List.<Object>of(demand.place(), demand.skill(), demand.day()), new int[24]);
    List<Double> have = new ArrayList<>();
    for (int hour = 0; hour < there.length; hour++) {
      int missing = demand.heads().get(hour) * HOUR_MINUTES - there[hour];
      if (missing > 0) {
        under += missing * demand.underCentsPerHour();
      } else {
        over -= missing * demand.overCentsPerHour();
      }
      have.add(there[hour] / (double) HOUR_MINUTES);
    }
    compared.add(List.<Object>of(demand.place(), demand.skill(), demand.day()));
    rows.add(new Cover(demand.place(), demand.skill(), demand.day(), demand.heads(), have));
  }

  /** Prices whoever works before a day where no demand was named. */
  void unnamed(LocalDate endDay, long centsPerHour) {
    minutes.forEach(
        (key, there) -> {
          boolean inside = ((LocalDate) key.get(2)).isBefore(endDay);
          if (inside && !compared.contains(key)) {
            over += Arrays.stream(there).sum() * centsPerHour;
          }
        });
  }

  List<Cover> rows() {
    return rows;
  }

  long under() {
    return under;
  }

  long over() {
    return over;
  }
}
