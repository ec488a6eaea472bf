package io.gemba.planner.roster;

import io.gemba.message.Workload;
import io.gemba.planner.resources.Absences;
import io.gemba.site.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything a roster follows from.
 *
 * @param site the business
 * @param firstDay first day of the roster
 * @param days how many
 * @param workload of these days; others are ignored
 * @param absences of people and vehicles
 * @param vansOut vans on the road by day, where routes are published already
 * @param extras work on top
 */
record RosterBasis(
    Site site,
    LocalDate firstDay,
    int days,
    List<Workload> workload,
    Absences absences,
    Map<LocalDate, Integer> vansOut,
    List<ExtraHeads> extras) {
  RosterBasis {
    workload = List.copyOf(workload);
    vansOut = Map.copyOf(vansOut);
    extras = List.copyOf(extras);
  }

  LocalDate endDay() {
    return firstDay.plusDays(days);
  }

  RosterBasis withExtras(List<ExtraHeads> other) {
    return new RosterBasis(site, firstDay, days, workload, absences, vansOut, other);
  }
}
