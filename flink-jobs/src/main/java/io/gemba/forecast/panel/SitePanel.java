package io.gemba.forecast.panel;

import io.gemba.site.Item;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes panels of a site's demand, the same for training and for serving: an item's department is
 * the supplier or line it comes from, its price the one of the site file where no other is told,
 * and the events are the holidays by name. Thread safe.
 */
public final class SitePanel implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, Item> items = new HashMap<>();
  private final Holidays holidays;

  /**
   * @param site items and calendar
   */
  public SitePanel(Site site) {
    site.items().forEach(item -> items.put(item.id(), item));
    this.holidays = new Holidays(site.calendar());
  }

  /**
   * What is known of one item at one place.
   *
   * @param origin last day known, since 1970-01-01
   * @param values units by day up to the origin, oldest first, {@code NaN} where unknown
   * @param prices where they differ from the site file's
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Row(String item, String place, int origin, float[] values, PriceCalendar prices) {
    /** At the site file's price on every day. */
    public Row(String item, String place, int origin, float[] values) {
      this(item, place, origin, values, PriceCalendar.NONE);
    }
  }

  /** What an item is planned with; empty if the site file does not have it. */
  public String department(String item) {
    Item known = items.get(item);
    return known == null ? "" : known.source();
  }

  /**
   * The panel of some rows, in their order.
   *
   * @param lastDay last day of the panel; a row's days after its origin are unknown
   * @param days length of the panel
   * @throws IllegalArgumentException naming an item that is not in the site file
   */
  public Panel of(List<Row> rows, int lastDay, int days) {
    List<Panel.Member> members = new ArrayList<>();
    List<PriceRuns> prices = new ArrayList<>();
    float[][] units = new float[rows.size()][days];
    for (int i = 0; i < units.length; i++) {
      Row row = rows.get(i);
      Item item = items.get(row.item);
      if (item == null) {
        throw new IllegalArgumentException(
            "item '%s' is not in the site file. Add it, or leave its demand out."
                .formatted(row.item));
      }
      members.add(new Panel.Member(row.item, row.place, item.source(), "", ""));
      prices.add(row.prices.runs((float) item.priceCents()));
      Arrays.fill(units[i], Float.NaN);
      for (int at = 0; at < days; at++) {
        int from = row.values.length - 1 - (row.origin - (lastDay - days + 1 + at));
        if (from >= 0 && from < row.values.length) {
          units[i][at] = row.values[from];
        }
      }
    }
    return new Panel(lastDay - days + 1, members, units, prices, holidays);
  }

  /** The site's holidays, numbered by name. */
  private static final class Holidays implements DayKinds, Serializable {
    private static final long serialVersionUID = 1;

    private final Map<Integer, Integer> events = new HashMap<>();
    private final Map<Integer, Boolean> closed = new HashMap<>();

    Holidays(SiteCalendar calendar) {
      List<String> names =
          calendar.holidays().stream().map(SiteCalendar.Holiday::name).distinct().sorted().toList();
      for (SiteCalendar.Holiday holiday : calendar.holidays()) {
        int day = (int) holiday.day().toEpochDay();
        events.put(day, names.indexOf(holiday.name()) + 1);
        closed.put(day, holiday.closed());
      }
    }

    @Override
    public int eventOn(int day) {
      return events.getOrDefault(day, NONE);
    }

    @Override
    public int previousOf(int event, int day) {
      return events.entrySet().stream()
          .filter(entry -> entry.getValue() == event && entry.getKey() < day)
          .mapToInt(Map.Entry::getKey)
          .max()
          .orElse(Integer.MIN_VALUE);
    }

    @Override
    public boolean isFlagged(String region, int day) {
      return false;
    }

    @Override
    public boolean isClosed(int day) {
      return closed.getOrDefault(day, false);
    }
  }
}
