package io.gemba.sensors.replay;

import io.gemba.sensors.replay.SalesTable.Series;
import io.gemba.site.CostRates;
import io.gemba.site.Item;
import io.gemba.site.LabourStandard;
import io.gemba.site.Person;
import io.gemba.site.Place;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import io.gemba.site.Supplier;
import io.gemba.site.Vehicle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A site for M5-format demand: its stores lie on a spiral around a warehouse near Dallas, and work
 * per unit is such that the staff of 14 is busy.
 */
final class DemandSite {
  private static final int RECENT_DAYS = 28;
  private static final double LATITUDE = 32.7767;
  private static final double LONGITUDE = -96.797;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final double DEGREES_A_RING = 0.14;
  private static final double WORK_SECONDS_A_DAY = 44 * 3600;
  private static final double UNITS_PER_BOX = 12;
  private static final double COST_SHARE = 0.7;
  private static final int PICKERS = 10;
  private static final int DRIVERS = 4;
  private static final String WAREHOUSE = "warehouse";
  private static final String SUPPLIER = "supplier";

  private DemandSite() {}

  static Site of(Path folder, ReplayWatch watch) throws IOException {
    SalesTable table = SalesTable.read(folder, RECENT_DAYS, watch::rejected);
    if (table.series().isEmpty()) {
      throw new IOException(folder + " holds no series that can be used.");
    }
    double unitsPerDay = 0;
    for (Series series : table.series()) {
      unitsPerDay += mean(series);
    }
    return new Site(
        "replay",
        "Replay of " + folder.getFileName(),
        "USD",
        ZoneId.of("America/Chicago"),
        places(table),
        List.of(new Supplier(SUPPLIER, "Supplier", 1500, List.of())),
        items(table),
        List.of(),
        List.of(),
        people(),
        List.of(
            new ShiftTemplate("E", "Early", LocalTime.of(6, 0), LocalTime.of(14, 0), 30),
            new ShiftTemplate("M", "Middle", LocalTime.of(9, 0), LocalTime.of(17, 30), 30),
            new ShiftTemplate("L", "Late", LocalTime.of(14, 0), LocalTime.of(22, 0), 30)),
        vehicles(unitsPerDay),
        labour(unitsPerDay),
        new SiteCalendar(List.of()),
        new CostRates(5900, 400, 11, 6, 150, 1, 1.3, 55));
  }

  private static List<Place> places(SalesTable table) {
    Set<String> stores = new LinkedHashSet<>();
    table.series().forEach(series -> stores.add(series.store()));
    List<Place> places = new ArrayList<>();
    places.add(
        new Place(
            WAREHOUSE,
            "Warehouse",
            Place.Kind.WAREHOUSE,
            LATITUDE,
            LONGITUDE,
            LocalTime.of(5, 0),
            LocalTime.of(23, 0),
            15));
    for (String store : stores) {
      int number = places.size();
      double away = DEGREES_A_RING * Math.sqrt(number);
      double north = away * Math.cos(number * GOLDEN_ANGLE);
      double east = away * Math.sin(number * GOLDEN_ANGLE) / Math.cos(Math.toRadians(LATITUDE));
      places.add(
          new Place(
              store,
              "Store " + store,
              Place.Kind.STORE,
              round(LATITUDE + north),
              round(LONGITUDE + east),
              LocalTime.of(6 + number % 3, 0),
              LocalTime.of(10 + number % 3, 0),
              15));
    }
    return places;
  }

  private static List<Item> items(SalesTable table) {
    Map<String, Item> items = new LinkedHashMap<>();
    int lastNumber = table.firstNumber() + table.days() - 1;
    for (Series series : table.series()) {
      items.computeIfAbsent(series.item(), id -> item(series, lastNumber));
    }
    return List.copyOf(items.values());
  }

  private static Item item(Series series, int lastNumber) {
    long price = Math.max(2, series.priceCents(lastNumber));
    boolean isFood = series.item().toUpperCase(Locale.ROOT).startsWith("FOOD");
    int pack = mean(series) >= 2 ? 6 : 2;
    return new Item(
        series.item(),
        series.item().replace('_', ' '),
        price,
        Math.max(1, (long) (price * COST_SHARE)),
        pack,
        pack,
        2,
        isFood ? 14 : 365,
        0.25,
        SUPPLIER,
        UNITS_PER_BOX,
        0.5);
  }

  private static List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (int i = 1; i <= PICKERS + DRIVERS; i++) {
      boolean drives = i > PICKERS;
      List<DayOfWeek> off = drives ? List.of(DayOfWeek.SUNDAY) : List.of();
      String name = drives ? "Driver " + (i - PICKERS) : "Picker " + i;
      people.add(
          new Person(
              SensorTable.slug(name),
              name,
              WAREHOUSE,
              drives ? List.of("drive", "pick") : List.of("pick"),
              i % 4 == 0 ? 30 : 40,
              48,
              1900 + 15L * i,
              1.35,
              off,
              List.of()));
    }
    return people;
  }

  private static List<Vehicle> vehicles(double unitsPerDay) {
    double boxes = Math.ceil(Math.max(100, 1.6 * unitsPerDay / UNITS_PER_BOX / DRIVERS));
    List<Vehicle> vehicles = new ArrayList<>();
    for (int i = 1; i <= DRIVERS; i++) {
      vehicles.add(
          new Vehicle(
              "van-" + i,
              "Van " + i,
              WAREHOUSE,
              boxes,
              boxes * UNITS_PER_BOX * 0.5,
              LocalTime.of(5, 30),
              LocalTime.of(15, 0),
              4500,
              38,
              2900,
              120));
    }
    return vehicles;
  }

  private static List<LabourStandard> labour(double unitsPerDay) {
    double seconds = Math.max(0.1, round(WORK_SECONDS_A_DAY / Math.max(1, unitsPerDay)));
    return List.of(
        LabourStandard.linear("pick", WAREHOUSE, "pick", round(0.6 * seconds), 1),
        LabourStandard.linear("pack", WAREHOUSE, "pick", round(0.4 * seconds), 0),
        LabourStandard.linear("drive", WAREHOUSE, "drive", round(0.2 * seconds), 0));
  }

  private static double mean(Series series) {
    double sum = 0;
    for (float units : series.units()) {
      sum += Float.isNaN(units) ? 0 : units;
    }
    return sum / Math.max(1, series.units().length);
  }

  private static double round(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }
}
