package io.gemba.jobs.demand;

import io.gemba.forecast.ShelfDays;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceCalendar;
import io.gemba.forecast.panel.SitePanel;
import io.gemba.message.Demand;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import io.gemba.site.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Demand records taken in as the running job takes them, outside of a job: what a model is trained
 * on is what it will be served with, stock and prices included. The order of the records does not
 * matter. Keeps 768 days.
 */
public final class DemandRecords {
  private final DemandIntake intake;
  private final SitePanel site;
  private final long nowMillis;
  private final Map<String, PlaceState> places = new TreeMap<>();
  private final Map<String, Map<String, SeriesState>> series = new TreeMap<>();
  private final Map<PlaceRows.Key, ShelfDays> shelves = new HashMap<>();
  private final Map<PlaceRows.Key, PriceCalendar> prices = new HashMap<>();
  private final NewsIntake news;
  private int taken;

  /**
   * @param nowMillis later records than a day after it are refused
   */
  public DemandRecords(Site site, long nowMillis) {
    this.intake = new DemandIntake(site);
    this.news = new NewsIntake(site);
    this.site = new SitePanel(site);
    this.nowMillis = nowMillis;
  }

  /** Takes a record; one that the job would refuse is left out. */
  public void add(Demand demand) {
    if (intake.refusal(demand, nowMillis) == null) {
      PlaceState place = places.computeIfAbsent(demand.place(), id -> new PlaceState());
      SeriesState of =
          series
              .computeIfAbsent(demand.place(), id -> new TreeMap<>())
              .computeIfAbsent(demand.item(), id -> new SeriesState());
      intake.add(demand, of, place);
      taken++;
    }
  }

  /** Takes a count or movement of stock: what is not sold without any is no demand. */
  public void add(Stock stock) {
    hear(() -> news.of(stock, nowMillis));
  }

  /** Takes a price. */
  public void add(Price price) {
    hear(() -> Optional.of(news.of(price)));
  }

  private void hear(Supplier<Optional<PlaceNews>> message) {
    PlaceNews heard;
    try {
      heard = message.get().orElse(null);
    } catch (IllegalArgumentException e) {
      return; // the job has sent it to the dead letters
    }
    if (heard instanceof PlaceNews.Shelved seen) {
      PlaceRows.Key key = new PlaceRows.Key(seen.item(), seen.place());
      shelves
          .computeIfAbsent(key, absent -> new ShelfDays())
          .add(seen.day(), seen.minute(), seen.isStocked());
    } else if (heard instanceof PlaceNews.Priced priced) {
      PlaceRows.Key key = new PlaceRows.Key(priced.item(), priced.place());
      prices.put(key, prices.getOrDefault(key, PriceCalendar.NONE).with(priced.range()));
    }
  }

  /** Records that were not refused at once. */
  public int taken() {
    return taken;
  }

  /**
   * All series up to the newest complete day, from the first day that is known of any.
   *
   * @throws IllegalArgumentException if there is no complete day
   */
  public Panel panel() {
    List<SitePanel.Row> rows = new ArrayList<>();
    int newest = Integer.MIN_VALUE;
    for (Map.Entry<String, Map<String, SeriesState>> ofPlace : series.entrySet()) {
      PlaceState place = places.getOrDefault(ofPlace.getKey(), new PlaceState());
      for (Map.Entry<String, SeriesState> entry : ofPlace.getValue().entrySet()) {
        PlaceRows.Key key = new PlaceRows.Key(entry.getKey(), ofPlace.getKey());
        PlaceRows.row(
                key, entry.getValue().history(), place.trading(), shelves.get(key), prices.get(key))
            .ifPresent(rows::add);
      }
    }
    for (SitePanel.Row row : rows) {
      newest = Math.max(newest, row.origin());
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no complete day of demand among %d records. Send demand first."
              .formatted(taken));
    }
    return site.of(rows, newest, newest - firstDay(rows) + 1);
  }

  private static int firstDay(List<SitePanel.Row> rows) {
    int first = Integer.MAX_VALUE;
    for (SitePanel.Row row : rows) {
      float[] values = row.values();
      int at = 0;
      while (at < values.length - 1 && Float.isNaN(values[at])) {
        at++;
      }
      first = Math.min(first, row.origin() - values.length + 1 + at);
    }
    return first;
  }
}
