package io.gemba.site;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Days that are not like others.
 *
 * @param holidays in any order
 */
public record SiteCalendar(List<Holiday> holidays) implements Serializable {

  /**
   * A day that is not like others.
   *
   * @param day which
   * @param name for people
   * @param closed whether nothing is delivered or sold
   */
  public record Holiday(LocalDate day, String name, boolean closed) implements Serializable {}

  /** Copies the days. */
  public SiteCalendar {
    holidays = List.copyOf(holidays);
  }

  /** Whether the site is closed on a day. */
  public boolean isClosed(LocalDate day) {
    return holidays.stream().anyMatch(holiday -> holiday.closed() && holiday.day().equals(day));
  }
}
