package io.gemba.jobs.demand;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.SitePanel;
import io.gemba.message.Demand;
import io.gemba.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Demand records taken in as the running job takes them, outside of a job: what a model is trained
 * on is what it will be served with. The order of the records does not matter. Keeps 768 days.
 */
public final class DemandRecords {
  private final DemandIntake intake;
  private final SitePanel site;
  private final long nowMillis;
  private final Map<String, PlaceState> places = new TreeMap<>();
  private final Map<String, Map<String, SeriesState>> series = new TreeMap<>();
  private int taken;

  /**
   * @param nowMillis later records than a day after it are refused
   */
  public DemandRecords(Site site, long nowMillis) {
    this.intake = new DemandIntake(site);
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
      PlaceState place = places.get(ofPlace.getKey());
      for (Map.Entry<String, SeriesState> entry : ofPlace.getValue().entrySet()) {
        DemandHistory history = entry.getValue().history();
        int origin = place == null ? Integer.MIN_VALUE : history.origin(place.trading());
        if (place != null && origin != Integer.MIN_VALUE && !history.isEmpty()) {
          float[] values = history.valuesUpTo(origin, place.trading());
          rows.add(new SitePanel.Row(entry.getKey(), ofPlace.getKey(), origin, values));
          newest = Math.max(newest, origin);
        }
      }
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
