package io.gemba.planner.roster;

import io.gemba.message.ResourceChange;
import io.gemba.message.Workload;
import io.gemba.rosters.workload.CoverPrices;
import io.gemba.rosters.workload.HeadsCurve;
import io.gemba.site.LabourStandard;
import io.gemba.site.Person;
import io.gemba.site.ShiftTemplate;
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
  private static final int MINUTES = 60;
  private static final double SECONDS = 3600;
  private static final double DRIVER_HOURS = 8;
  private static final double LEAST_SHARE = 0.5;
  private static final double MOST_SHARE = 0.99;

  private final RosterBasis basis;
  private final Site site;

  private record Spot(String place, String skill, LocalDate day) {}

  NeedRule(RosterBasis basis) {
    this.basis = basis;
    this.site = basis.site();
  }

  /** One row for each place, skill and day that needs anybody, by day. */
  List<Need> needs() {
    Map<Spot, List<HeadsCurve.Task>> work = new LinkedHashMap<>();
    basis.workload().stream().filter(this::isWithin).forEach(row -> add(work, row));
    Map<Spot, Need> needs = new LinkedHashMap<>();
    work.forEach((spot, tasks) -> needs.put(spot, need(spot, tasks)));
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

  private void add(Map<Spot, List<HeadsCurve.Task>> work, Workload row) {
    for (LabourStandard standard : site.labour()) {
      if (standard.task().equals(row.task()) && standard.place().equals(row.place())) {
        work.computeIfAbsent(
                new Spot(row.place(), standard.skill(), row.day()), any -> new ArrayList<>())
            .add(WorkTask.of(standard, row));
      }
    }
  }

  /**
   * The share of days worth covering: an hour that nobody covers costs the price of that without
   * the wage it saves, an hour that nobody needs its wage and the price of that. At least every
   * other day, and never the rarest ones, of which the forecast knows little.
   */
  private double share(Spot spot) {
    double wage =
        site.people().stream()
            .filter(person -> person.place().equals(spot.place()))
            .filter(person -> person.skills().contains(spot.skill()))
            .mapToLong(Person::hourlyCents)
            .average()
            .orElse(0);
    double under = site.costs().underCoverCentsPerHour() - wage;
    double over = site.costs().overCoverCentsPerHour() + wage;
    if (under <= 0) {
      return LEAST_SHARE;
    }
    double share = over <= 0 ? MOST_SHARE : new CoverPrices(under, over).coveredShare();
    return Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share));
  }

  private Need need(Spot spot, List<HeadsCurve.Task> tasks) {
    HeadsCurve curve = new HeadsCurve(MINUTES, tasks);
    return new Need(
        spot.place(),
        spot.skill(),
        spot.day(),
        curve.heads(share(spot)),
        curve.heads(LOW),
        curve.heads(HIGH));
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
        List<Integer> heads = DriveNeed.of(vans(depot, day), templates(depot));
        needs.add(new Need(depot, DRIVE, day, heads, heads, heads));
      }
    }
    return needs;
  }

  private List<ShiftTemplate> templates(String depot) {
    return site.shifts().stream().filter(shift -> shift.isFor(depot, DRIVE)).toList();
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
                        .mapToDouble(hour -> WorkTask.volume(row, hour).at(share))
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
