package io.gemba.rosters.compile;

import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.DemandDay;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Portion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * Cover units of the demand that somebody can cover. Intervals of a day that every duty of the
 * skill covers by the same minutes are one unit, whose price is the sum of theirs; those that no
 * duty covers have none of their own, their price is added to the first unit's. Amounts are in
 * grains of minutes.
 */
final class CoverUnits {
  private final int people;
  private final List<Duty> duties;
  private final ToIntFunction<Duty> valueOf;
  private final int grain;
  private final Map<DemandDay, Integer> firstUnit = new HashMap<>();
  private final Map<List<Object>, int[][]> classes = new HashMap<>();
  private final List<long[]> prices;

  /**
   * @param prices where those of new units are added
   */
  CoverUnits(
      int people, List<Duty> duties, ToIntFunction<Duty> valueOf, int grain, List<long[]> prices) {
    this.people = people;
    this.duties = duties;
    this.valueOf = valueOf;
    this.grain = grain;
    this.prices = prices;
  }

  /** Minutes that divide all that a duty covers of an interval of this many minutes. */
  static int grain(List<Duty> duties, int interval) {
    Grain common = new Grain();
    common.add(interval);
    for (Duty duty : duties) {
      Arrays.stream(duty.firstDayMinutes(interval)).forEach(common::add);
      Arrays.stream(duty.nextDayMinutes(interval)).forEach(common::add);
    }
    return common.minutes();
  }

  /** What an employee's duties bring, pairs by day and value. */
  int[][][] brings(List<DayFrame> frames) {
    int[][][] brings = new int[frames.size()][duties.size()][0];
    for (DayFrame frame : frames) {
      for (Duty duty : frame.range()) {
        brings[frame.day()][valueOf.applyAsInt(duty)] = pairs(frame.portions(duty));
      }
    }
    return brings;
  }

  private int[] pairs(List<Portion> portions) {
    List<Integer> pairs = new ArrayList<>();
    for (Portion portion : portions) {
      Demand demand = portion.demand().demand();
      int first = firstUnit(portion.demand());
      int[][] merged = classes(demand);
      int[] minutes = new int[demand.heads().size()];
      portion.addTo(minutes, 1);
      for (int unit = 0; unit < merged.length - 1; unit++) {
        if (merged[unit].length > 0 && minutes[merged[unit][0]] > 0) {
          pairs.add(first + unit);
          pairs.add(minutes[merged[unit][0]] / grain);
        }
      }
    }
    return pairs.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Intervals of each unit of a day; the last entry has those that no duty covers. */
  private int[][] classes(Demand demand) {
    return classes.computeIfAbsent(
        List.of(demand.skill(), demand.heads().size()),
        key -> merged(demand.skill(), demand.intervalMinutes(), demand.heads().size()));
  }

  private int[][] merged(String skill, int interval, int count) {
    Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
    List<Integer> uncovered = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      List<Integer> covered = new ArrayList<>();
      for (Duty duty : duties) {
        if (skill.equals(duty.skill())) {
          covered.add(duty.firstDayMinutes(interval)[number]);
          covered.add(duty.nextDayMinutes(interval)[number]);
        }
      }
      boolean none = covered.stream().allMatch(minutes -> minutes == 0);
      (none ? uncovered : alike.computeIfAbsent(covered, key -> new ArrayList<>())).add(number);
    }
    List<List<Integer>> units = new ArrayList<>(alike.values());
    if (units.isEmpty()) {
      units.add(List.of());
    }
    units.add(uncovered);
    return units.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private int firstUnit(DemandDay day) {
    Integer first = firstUnit.get(day);
    if (first == null) {
      first = prices.size();
      firstUnit.put(day, first);
      for (int unit = 0; unit < classes(day.demand()).length - 1; unit++) {
        prices.add(price(day.demand(), unit));
      }
    }
    return first;
  }

  /** Prices a day's units by other demand, if anybody can cover it. */
  void reprice(DemandDay day, Demand demand, long[][] prices) {
    Integer first = firstUnit.get(day);
    if (first == null) {
      return;
    }
    if (demand.heads().size() != day.demand().heads().size()) {
      throw new IllegalArgumentException(
          "The heads of %s/%s on %s come in %d intervals, %d are known."
              .formatted(
                  demand.place(),
                  demand.skill(),
                  demand.day(),
                  demand.heads().size(),
                  day.demand().heads().size()));
    }
    for (int unit = 0; unit < classes(demand).length - 1; unit++) {
      prices[first + unit] = price(demand, unit);
    }
  }

  /** Of each amount that can occur: everybody twice, as a night and the day after can overlap. */
  private long[] price(Demand demand, int unit) {
    int[][] merged = Objects.requireNonNull(classes(demand));
    long[] price = new long[2 * people * (demand.intervalMinutes() / grain) + 1];
    long uncovered = 0;
    for (int interval : unit == 0 ? merged[merged.length - 1] : new int[0]) {
      uncovered += DemandDay.underCentMinutes(demand, interval, 0);
    }
    for (int amount = 0; amount < price.length; amount++) {
      long have = (long) amount * grain;
      price[amount] = uncovered;
      for (int interval : merged[unit]) {
        price[amount] +=
            DemandDay.underCentMinutes(demand, interval, have)
                + DemandDay.overCentMinutes(demand, interval, have);
      }
    }
    return price;
  }
}
