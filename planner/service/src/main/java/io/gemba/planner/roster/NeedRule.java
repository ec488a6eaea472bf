package io.gemba.planner.roster;

import io.gemba.message.ResourceChange;
import io.gemba.message.Workload;
import io.gemba.site.LabourStandard;
import io.gemba.site.Person;
import io.gemba.site.Site;
import io.gemba.site.Vehicle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * People needed by place, skill, day and hour: the forecast's work at the share of days worth
 * covering, times the labour standards; one driver a van; and what is asked for on top.
 */
final class NeedRule {
  /** Skill and task of driving. */
  static final String DRIVE = "drive";

  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;
  private static final int HOURS = 24;
  private static final double SECONDS = 3600;
  private static final double DRIVER_HOURS = 8;

  private final RosterBasis basis;
  private final Site site;

  private record Spot(String place, String skill, LocalDate day) {}

  /** Hours of work of one person by hour of the day, at three probabilities. */
  private static final class Work {
    private final double[] planned = new double[HOURS];
    private final double[] low = new double[HOURS];
    private final double[] high = new double[HOURS];
    private int minimum;
  }

  NeedRule(RosterBasis basis) {
    this.basis = basis;
    this.site = basis.site();
  }

  /** One row for each place, skill and day that needs anybody, by day. */
  List<Need> needs() {
    Map<Spot, Work> work = new LinkedHashMap<>();
    basis.workload().stream().filter(this::isWithin).forEach(row -> add(work, row));
    Map<Spot, Need> needs = new LinkedHashMap<>();
    work.forEach((spot, hours) -> needs.put(spot, need(spot, hours)));
    drivers().forEach(need -> needs.put(spot(need), need));
    basis.extras().stream().filter(this::isWithin).forEach(extra -> add(needs, extra));
    return needs.values().stream()
        .filter(need -> need.headHours() > 0 && isStaffed(need))
        .sorted(java.util.Comparator.comparing(Need::day))
        .toList();
  }

  /** Work that nobody on the list has the skill for is somebody else's to do. */
  private boolean isStaffed(Need need) {
    return site.people().stream()
        .anyMatch(
            person ->
                person.place().equals(need.place()) && person.skills().contains(need.skill()));
  }

  private boolean isWithin(Workload row) {
    return isWithin(row.day()) && !row.task().equals(DRIVE);
  }

  private boolean isWithin(ExtraHeads extra) {
    return isWithin(extra.day());
  }

  private boolean isWithin(LocalDate day) {
    return !day.isBefore(basis.firstDay()) && day.isBefore(basis.endDay());
  }

  private void add(Map<Spot, Work> work, Workload row) {
    for (LabourStandard standard : site.labour()) {
      if (standard.task().equals(row.task()) && standard.place().equals(row.place())) {
        Spot spot = new Spot(row.place(), standard.skill(), row.day());
        Work hours = work.computeIfAbsent(spot, any -> new Work());
        add(hours, row, standard, share(spot));
      }
    }
  }

  private static void add(Work hours, Workload row, LabourStandard standard, double share) {
    double perUnit = standard.secondsPerUnit() / SECONDS;
    for (int hour = 0; hour < HOURS; hour++) {
      hours.planned[hour] += Quantiles.units(row, hour, share) * perUnit;
      hours.low[hour] += Quantiles.units(row, hour, LOW) * perUnit;
      hours.high[hour] += Quantiles.units(row, hour, HIGH) * perUnit;
    }
    hours.minimum = Math.max(hours.minimum, standard.minimumHeads());
  }

  private double share(Spot spot) {
    double wage =
        site.people().stream()
            .filter(person -> person.place().equals(spot.place()))
            .filter(person -> person.skills().contains(spot.skill()))
            .mapToLong(Person::hourlyCents)
            .average()
            .orElse(0);
    return Quantiles.coveredShare(
        site.costs().underCoverCentsPerHour(), wage, site.costs().overCoverCentsPerHour());
  }

  private static Need need(Spot spot, Work work) {
    return new Need(
        spot.place(),
        spot.skill(),
        spot.day(),
        Heads.of(work.planned, work.minimum),
        Heads.of(work.low, work.minimum),
        Heads.of(work.high, work.minimum));
  }

  private List<Need> drivers() {
    if (site.people().stream().noneMatch(person -> person.skills().contains(DRIVE))) {
      return List.of();
    }
    List<Need> needs = new ArrayList<>();
    List<String> depots = site.vehicles().stream().map(Vehicle::depot).distinct().toList();
    for (int i = 0; i < basis.days(); i++) {
      LocalDate day = basis.firstDay().plusDays(i);
      for (String depot : depots) {
        List<Integer> heads = DriveNeed.of(vans(depot, day), site.shifts());
        needs.add(new Need(depot, DRIVE, day, heads, heads, heads));
      }
    }
    return needs;
  }

  /** The vans expected on the road: as published, else as the driving work asks, else all. */
  private List<Vehicle> vans(String depot, LocalDate day) {
    if (site.calendar().isClosed(day)) {
      return List.of();
    }
    List<Vehicle> there =
        site.vehicles().stream()
            .filter(van -> van.depot().equals(depot))
            .filter(van -> !isAway(van, day))
            .toList();
    int out = basis.vansOut().getOrDefault(day, vansForWork(depot, day, there.size()));
    return there.subList(0, Math.min(out, there.size()));
  }

  private int vansForWork(String depot, LocalDate day, int all) {
    List<LabourStandard> standards =
        site.labour().stream()
            .filter(one -> one.task().equals(DRIVE) && one.place().equals(depot))
            .toList();
    List<Workload> driving =
        basis.workload().stream()
            .filter(row -> row.task().equals(DRIVE) && row.place().equals(depot))
            .filter(row -> row.day().equals(day))
            .toList();
    if (standards.isEmpty() || driving.isEmpty()) {
      return all;
    }
    double share = share(new Spot(depot, DRIVE, day));
    double units =
        driving.stream()
            .mapToDouble(
                row ->
                    IntStream.range(0, HOURS)
                        .mapToDouble(hour -> Quantiles.units(row, hour, share))
                        .sum())
            .sum();
    return (int) Math.ceil(units * standards.get(0).secondsPerUnit() / SECONDS / DRIVER_HOURS);
  }

  private boolean isAway(Vehicle van, LocalDate day) {
    Instant start = day.atTime(van.shiftStart()).atZone(site.zone()).toInstant();
    Instant end = day.atTime(van.shiftEnd()).atZone(site.zone()).toInstant();
    return basis.absences().isAway(ResourceChange.Kind.VEHICLE, van.id(), start, end);
  }

  private static void add(Map<Spot, Need> needs, ExtraHeads extra) {
    Spot spot = new Spot(extra.place(), extra.skill(), extra.day());
    List<Integer> none = Collections.nCopies(HOURS, 0);
    Need before =
        needs.getOrDefault(
            spot, new Need(spot.place(), spot.skill(), spot.day(), none, none, none));
    List<Integer> heads = new ArrayList<>(before.need());
    for (int hour = extra.fromHour(); hour < extra.toHour(); hour++) {
      heads.set(hour, heads.get(hour) + extra.heads());
    }
    needs.put(spot, before.planning(heads));
  }

  private static Spot spot(Need need) {
    return new Spot(need.place(), need.skill(), need.day());
  }
}
