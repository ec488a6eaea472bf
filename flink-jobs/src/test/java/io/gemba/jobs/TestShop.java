package io.gemba.jobs;

import io.gemba.site.CostRates;
import io.gemba.site.Item;
import io.gemba.site.LabourStandard;
import io.gemba.site.Line;
import io.gemba.site.Place;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import io.gemba.site.Supplier;
import io.gemba.site.Vehicle;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A small business in Venlo: a plant with one line, a warehouse, shops a, b and c; soup and hummus
 * from the line, feta from a supplier that delivers on Mondays and Thursdays.
 */
public final class TestShop {
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private TestShop() {}

  public static Site site() {
    return with(
        List.of(
            item("soup", "line-1", 30),
            item("hummus", "line-1", 14),
            item("feta", "al-bayrak", 60)),
        List.of("a", "b", "c"));
  }

  /** The business with a van at the warehouse. */
  public static Site withVan() {
    Vehicle van =
        new Vehicle(
            "van-1",
            "Van 1",
            "warehouse",
            80,
            800,
            LocalTime.of(5, 0),
            LocalTime.of(14, 0),
            4_000,
            40,
            2_400,
            50);
    return with(site().items(), List.of("a", "b", "c"), List.of(van));
  }

  /** The business with other items and shops. */
  public static Site with(List<Item> items, List<String> shops) {
    return with(items, shops, List.of());
  }

  private static Site with(List<Item> items, List<String> shops, List<Vehicle> vans) {
    List<Place> places = new ArrayList<>();
    places.add(place("plant", Place.Kind.PLANT));
    places.add(place("warehouse", Place.Kind.WAREHOUSE));
    shops.forEach(shop -> places.add(place(shop, Place.Kind.STORE)));
    return new Site(
        "venlo",
        "Venlo",
        "EUR",
        ZONE,
        places,
        List.of(
            new Supplier(
                "al-bayrak", "Al Bayrak", 0, List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY))),
        items,
        List.of(new Line("line-1", "Line 1", "plant", 240)),
        List.of(),
        List.of(),
        List.of(new ShiftTemplate("E", "Early", LocalTime.of(6, 0), LocalTime.of(14, 0), 30)),
        vans,
        List.of(
            LabourStandard.linear("pick", "warehouse", "pick", 7, 1),
            LabourStandard.linear("pack", "warehouse", "pick", 5, 0),
            LabourStandard.linear("drive", "warehouse", "drive", 9, 0),
            LabourStandard.linear("produce", "plant", "line", 28, 1)),
        new SiteCalendar(
            List.of(new SiteCalendar.Holiday(LocalDate.of(2026, 12, 25), "Christmas", true))),
        new CostRates(1, 1, 11, 6, 1, 1, 1.3, 50));
  }

  /** Sold at 3.00, bought at 1.00, packs of 6, at least 6, a day to come. */
  public static Item item(String id, String source, int shelfLifeDays) {
    return new Item(id, id, 300, 100, 6, 6, 1, shelfLifeDays, 0.25, source, 12, 0.4);
  }

  private static Place place(String id, Place.Kind kind) {
    return new Place(id, id, kind, 51.4, 6.1, LocalTime.of(7, 0), LocalTime.of(10, 0), 10);
  }
}
