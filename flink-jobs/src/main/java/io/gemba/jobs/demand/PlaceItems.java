package io.gemba.jobs.demand;

import io.gemba.forecast.ShelfDays;
import io.gemba.forecast.panel.PriceCalendar;
import io.gemba.forecast.panel.SitePanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** The items of the current place in Flink's state: demand, days without stock, and prices. */
final class PlaceItems {
  private final MapState<String, SeriesState> seriesStates;
  private final MapState<String, ShelfDays> shelves;
  private final MapState<String, PriceCalendar> prices;

  PlaceItems(RuntimeContext context) {
    seriesStates =
        context.getMapState(
            new MapStateDescriptor<>(
                "series", Types.STRING, new SeriesState.StateCodec().flinkType()));
    shelves =
        context.getMapState(
            new MapStateDescriptor<>(
                "shelves", Types.STRING, new PlaceCodecs.ShelfCodec().flinkType()));
    prices =
        context.getMapState(
            new MapStateDescriptor<>(
                "prices", Types.STRING, new PlaceCodecs.PricesCodec().flinkType()));
  }

  /** A series as it stands when its place is forecast. */
  record Row(SeriesState series, SitePanel.Row known) {}

  /** An item's series; a new one, not kept yet, if nothing is known of it. */
  SeriesState series(String item) throws Exception {
    @Nullable SeriesState known = seriesStates.get(item);
    return known == null ? new SeriesState() : known;
  }

  void put(String item, SeriesState series) throws Exception {
    seriesStates.put(item, series);
  }

  /** Takes what was seen of a shelf; whether that is news. */
  boolean see(PlaceNews.Shelved seen) throws Exception {
    @Nullable ShelfDays known = shelves.get(seen.item());
    ShelfDays shelf = known == null ? new ShelfDays() : known;
    boolean isNews = shelf.add(seen.day(), seen.minute(), seen.isStocked());
    shelves.put(seen.item(), shelf);
    return isNews;
  }

  /** Takes a price; whether that is news. */
  boolean price(PlaceNews.Priced priced) throws Exception {
    @Nullable PriceCalendar known = prices.get(priced.item());
    PriceCalendar before = known == null ? PriceCalendar.NONE : known;
    PriceCalendar after = before.with(priced.range());
    if (after == before) {
      return false;
    }
    prices.put(priced.item(), after);
    return true;
  }

  /** Forgets the demand and shelf of an item that is not sold any more. */
  void forget(String item) throws Exception {
    seriesStates.remove(item);
    shelves.remove(item);
  }

  /** By item: sums of floats depend on their order, and no arrival may change a forecast. */
  List<Row> rows(PlaceState place, String placeId) throws Exception {
    Map<String, SeriesState> series = new TreeMap<>();
    for (Map.Entry<String, SeriesState> entry : seriesStates.entries()) {
      series.put(entry.getKey(), entry.getValue());
    }
    for (String item : shelves.keys()) {
      series.computeIfAbsent(item, unsold -> new SeriesState());
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, SeriesState> entry : series.entrySet()) {
      String item = entry.getKey();
      PlaceRows.row(
              new PlaceRows.Key(item, placeId),
              entry.getValue().history(),
              place.trading(),
              shelves.get(item),
              prices.get(item))
          .ifPresent(row -> rows.add(new Row(entry.getValue(), row)));
    }
    return rows;
  }
}
