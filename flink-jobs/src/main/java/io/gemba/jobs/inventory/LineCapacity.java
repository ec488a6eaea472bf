package io.gemba.jobs.inventory;

import io.gemba.site.Item;
import io.gemba.site.LabourStandard;
import io.gemba.site.Line;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the site's lines can make by when. A line runs in the hours of the day that any shift covers
 * which is worked at its plant (round the clock where the site has no shifts), on days that are not
 * closed.
 */
final class LineCapacity {
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final double MINUTES_AN_HOUR = 60;

  private final SiteCalendar calendar;
  private final Map<String, Made> byItem = new HashMap<>();

  LineCapacity(Site site) {
    this.calendar = site.calendar();
    for (Item item : site.items()) {
      site.findLine(item.source())
          .ifPresent(line -> byItem.put(item.id(), new Made(line, hoursADay(site, line.place()))));
    }
  }

  /**
   * How an item is made.
   *
   * @param hoursADay in which the line runs
   */
  record Made(Line line, double hoursADay) {}

  /** The line that makes an item; empty for one that is bought. */
  Optional<Made> of(String item) {
    return Optional.ofNullable(byItem.get(item));
  }

  /**
   * Units that a line can make of an item for an order of today.
   *
   * @param share of the line's hours that are the item's, 0 to 1
   * @param today first day it can work on them
   * @param arrives day they must be there; made by the day before, or on the same for a lead of 0
   */
  double units(Made made, double share, int today, int arrives) {
    int days = 0;
    for (int day = today; day < Math.max(today + 1, arrives); day++) {
      days += calendar.isClosed(LocalDate.ofEpochDay(day)) ? 0 : 1;
    }
    return share * days * made.hoursADay * made.line.unitsPerHour();
  }

  private static double hoursADay(Site site, String plant) {
    Set<String> skills =
        site.labour().stream()
            .filter(standard -> standard.place().equals(plant))
            .map(LabourStandard::skill)
            .collect(Collectors.toSet());
    BitSet minutes = new BitSet(MINUTES_A_DAY);
    for (ShiftTemplate shift : site.shifts()) {
      boolean isWorked =
          skills.isEmpty()
              ? shift.places().isEmpty() || shift.places().contains(plant)
              : skills.stream().anyMatch(skill -> shift.isFor(plant, skill));
      int start = shift.start().toSecondOfDay() / 60;
      for (int minute = start; isWorked && minute < start + shift.lengthMinutes(); minute++) {
        minutes.set(minute % MINUTES_A_DAY);
      }
    }
    return (minutes.isEmpty() ? MINUTES_A_DAY : minutes.cardinality()) / MINUTES_AN_HOUR;
  }
}
