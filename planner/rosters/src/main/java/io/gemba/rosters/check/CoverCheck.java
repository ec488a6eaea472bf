package io.gemba.rosters.check;

import io.gemba.rosters.RosterRequest.Break;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.PriceStep;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.Cover;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who is there in each interval of a day, against who is needed. */
final class CoverCheck {
  private static final int HOUR_MINUTES = 60;
  private static final int DAY_MINUTES = 24 * HOUR_MINUTES;

  /** Heads there in each minute by place, skill, level and day. */
  private final Map<List<Object>, int[]> heads = new HashMap<>();

  private final Set<List<Object>> compared = new HashSet<>();
  private final Set<Integer> levels = new TreeSet<>(Set.of(1));
  private final List<Cover> rows = new ArrayList<>();
  private long under;
  private long over;

  CoverCheck(List<Demand> demand) {
    demand.forEach(row -> levels.add(row.level()));
  }

  /** Adds a shift without its breaks, minute by minute, for every level that the person has. */
  void add(Person person, Cell cell, Shift shift) {
    String skill = String.valueOf(cell.skill());
    int level = person.levels().getOrDefault(skill, 1);
    boolean[] pause = new boolean[shift.lengthMinutes()];
    for (Break one : shift.breaks()) {
      Arrays.fill(pause, one.afterMinutes(), one.afterMinutes() + one.minutes(), true);
    }
    int start = shift.start().toSecondOfDay() / 60;
    for (int known : levels) {
      for (int minute = 0; known <= level && minute < pause.length; minute++) {
        if (!pause[minute]) {
          LocalDate day = cell.day().plusDays((start + minute) / DAY_MINUTES);
          heads
              .computeIfAbsent(
                  List.of(person.place(), skill, known, day), key -> new int[DAY_MINUTES])[
              (start + minute) % DAY_MINUTES]++;
        }
      }
    }
  }

  void compare(Demand demand) {
    List<Object> key = List.of(demand.place(), demand.skill(), demand.level(), demand.day());
    int[] there = heads.getOrDefault(key, new int[DAY_MINUTES]);
    int length = DAY_MINUTES / demand.heads().size();
    List<Double> have = new ArrayList<>();
    for (int interval = 0; interval < demand.heads().size(); interval++) {
      int minutes = Arrays.stream(there, interval * length, (interval + 1) * length).sum();
      int missing = demand.heads().get(interval) * length - minutes;
      if (missing > 0) {
        under += price(missing, length, demand.underCentsPerHour(), demand.underSteps());
      } else {
        over += price(-missing, length, demand.overCentsPerHour(), demand.overSteps());
      }
      have.add(minutes / (double) length);
    }
    compared.add(key);
    rows.add(
        new Cover(
            demand.place(), demand.skill(), demand.day(), demand.heads(), have, demand.level()));
  }

  /** Price of minutes of an interval: each head beyond a step at the step's price. */
  private static long price(int minutes, int length, long cents, List<PriceStep> steps) {
    long sum = 0;
    int from = 0;
    long perHour = cents;
    for (PriceStep step : steps) {
      int to = Math.min(minutes, step.heads() * length);
      sum += Math.max(0, to - from) * perHour;
      from = step.heads() * length;
      perHour = step.centsPerHour();
    }
    return sum + Math.max(0, minutes - from) * perHour;
  }

  /** Prices whoever works before a day where no demand of level 1 was named. */
  void unnamed(LocalDate endDay, long centsPerHour) {
    heads.forEach(
        (key, there) -> {
          boolean inside = ((LocalDate) key.get(3)).isBefore(endDay);
          if (inside && key.get(2).equals(1) && !compared.contains(key)) {
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
