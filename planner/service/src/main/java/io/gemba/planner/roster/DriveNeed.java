package io.gemba.planner.roster;

import io.gemba.site.ShiftTemplate;
import io.gemba.site.Vehicle;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Drivers needed: one for each van on the road, in the full hours that the van's shift shares with
 * the shift template that fits it best. Hours outside any template cannot be rostered and are not
 * asked for.
 */
final class DriveNeed {
  private static final int HOURS = 24;

  private DriveNeed() {}

  /**
   * Counts drivers.
   *
   * @param vans on the road that day, all of one depot
   * @param templates shifts that people can work
   * @return drivers by hour of the day, 24
   */
  static List<Integer> of(List<Vehicle> vans, List<ShiftTemplate> templates) {
    List<Integer> heads = new ArrayList<>(Collections.nCopies(HOURS, 0));
    for (Vehicle van : vans) {
      int[] span = span(van, templates);
      for (int hour = span[0]; hour < span[1]; hour++) {
        heads.set(hour, heads.get(hour) + 1);
      }
    }
    return heads;
  }

  private static int[] span(Vehicle van, List<ShiftTemplate> templates) {
    int[] best = {0, 0};
    for (ShiftTemplate template : templates) {
      int end = template.end().isAfter(template.start()) ? floor(template.end()) : HOURS;
      int from = Math.max(ceil(van.shiftStart()), ceil(template.start()));
      int to = Math.min(floor(van.shiftEnd()), end);
      if (to - from > best[1] - best[0]) {
        best = new int[] {from, to};
      }
    }
    return best;
  }

  private static int ceil(LocalTime time) {
    return time.getHour() + (time.getMinute() > 0 ? 1 : 0);
  }

  private static int floor(LocalTime time) {
    return time.getHour();
  }
}
