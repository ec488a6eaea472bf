package io.gemba.sensors.production;

import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Cuts time into windows of a full hour by the site's clock, each with the shift it begins in.
 *
 * @param zone the site's time zone
 * @param shifts looked through in order; the first that covers a time names it
 */
public record HourClock(ZoneId zone, List<ShiftTemplate> shifts) implements Serializable {
  /** Length of every window; a clock change moves windows by whole hours. */
  public static final long WINDOW_MILLIS = 3_600_000;

  /** Copies the shifts. */
  public HourClock {
    shifts = List.copyOf(shifts);
  }

  /** The clock of a site. */
  public static HourClock of(Site site) {
    return new HourClock(site.zone(), site.shifts());
  }

  /** First moment of the window that a moment lies in, epoch milliseconds. */
  public long windowStart(long millis) {
    // zones are off UTC by quarters of an hour, so a full local hour need not be a full UTC hour
    long offset = zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds() * 1000L;
    return millis - Math.floorMod(millis + offset, WINDOW_MILLIS);
  }

  /** Code of the shift at a moment; empty when there is none. */
  public String shiftAt(long millis) {
    LocalTime time = Instant.ofEpochMilli(millis).atZone(zone).toLocalTime();
    return shifts.stream()
        .filter(shift -> covers(shift, time))
        .map(ShiftTemplate::code)
        .findFirst()
        .orElse("");
  }

  private static boolean covers(ShiftTemplate shift, LocalTime time) {
    boolean afterStart = !time.isBefore(shift.start());
    boolean beforeEnd = time.isBefore(shift.end());
    return shift.start().isBefore(shift.end()) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }
}
