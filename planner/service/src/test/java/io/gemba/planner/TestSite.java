package io.gemba.planner;

import io.gemba.message.CapacityLoss;
import io.gemba.message.Episode;
import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.Workload;
import io.gemba.settings.Settings;
import io.gemba.site.CostRates;
import io.gemba.site.Item;
import io.gemba.site.LabourStandard;
import io.gemba.site.Line;
import io.gemba.site.Machine;
import io.gemba.site.Person;
import io.gemba.site.Place;
import io.gemba.site.Sensor;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import io.gemba.site.SiteFile;
import io.gemba.site.Vehicle;
import io.gemba.site.WearPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A small business: a plant with a line, a warehouse with two vans, two stores. */
public final class TestSite {
  /** A Monday. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Seven in the morning of that day; the site's zone is UTC. */
  public static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

  private TestSite() {}

  public static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  public static Site site() {
    return site(
        new Machine(
            "filler",
            "Filler",
            "line-1",
            2,
            100,
            50,
            List.of(new Sensor("vibration", "Vibration", "mm/s", 0, 20, 1))));
  }

  /** The same site whose filler has a part that wears. */
  public static Site with(WearPart part) {
    return site(site().machines().get(0).with(part));
  }

  private static Site site(Machine filler) {
    return new Site(
        "test",
        "Test site",
        "EUR",
        ZoneId.of("UTC"),
        List.of(
            place("plant", Place.Kind.PLANT, 51.40),
            place("warehouse", Place.Kind.WAREHOUSE, 51.41),
            place("north", Place.Kind.STORE, 51.60),
            place("south", Place.Kind.STORE, 51.20)),
        List.of(),
        List.of(item("hummus"), item("soup")),
        List.of(new Line("line-1", "Line 1", "plant", 100)),
        List.of(filler),
        List.of(
            person("ann", "warehouse", "pick"),
            person("bob", "warehouse", "pick"),
            person("dan", "warehouse", "drive"),
            person("eve", "plant", "line"),
            person("fay", "plant", "line")),
        List.of(
            new ShiftTemplate("E", "Early", LocalTime.of(6, 0), LocalTime.of(14, 0), 30),
            new ShiftTemplate("L", "Late", LocalTime.of(14, 0), LocalTime.of(22, 0), 30)),
        List.of(van("v1"), van("v2")),
        List.of(
            LabourStandard.linear("pick", "warehouse", "pick", 36, 1),
            LabourStandard.linear("produce", "plant", "line", 36, 0)),
        new SiteCalendar(List.of()),
        new CostRates(6000, 400, 11, 6, 100, 1, 1.3, 60));
  }

  /** Much the same business with contracts, wishes, traffic and duties, from its file. */
  public static Site rich() {
    return SiteFile.parse(Path.of("rich-site.yaml"), richYaml());
  }

  /** The text of that file. */
  public static String richYaml() {
    try (InputStream in =
        Objects.requireNonNull(TestSite.class.getResourceAsStream("/rich-site.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Settings settings(Settings.Database database) {
    return new Settings(
        Path.of("gemba-data"),
        new Settings.Web("127.0.0.1", 0),
        new Settings.Mqtt(false, "tcp://127.0.0.1:1", null, null),
        new Settings.Kafka(false, "127.0.0.1:1"),
        new Settings.Flink(false, "127.0.0.1", 0, 1, 5, "hashmap", "kafka"),
        database,
        new Settings.TimeSeries(true, "http://127.0.0.1:1", "gemba", "gemba", null),
        new Settings.Gateway(1, 100, 4096, List.of(), List.of()),
        new Settings.Planner(0.5, 0.5, 14, 1, 15),
        new Settings.Simulation(true, 1, 1, 730));
  }

  /** A hundred units in each hour from 8 to 12: an hour of one person each, whatever the level. */
  public static Workload workload(String place, String task, LocalDate day) {
    return workload(place, task, day, 0, 100);
  }

  public static Workload workload(
      String place, String task, LocalDate day, int revision, double units) {
    List<Double> hours = new ArrayList<>(Collections.nCopies(24, 0.0));
    for (int hour = 8; hour < 12; hour++) {
      hours.set(hour, units);
    }
    return new Workload(
        place + "-" + task + "-" + day,
        place,
        task,
        day,
        revision,
        NOW,
        List.of(0.1, 0.9),
        List.of(hours, hours),
        hours);
  }

  public static Order order(String id, String to, LocalDate day) {
    return new Order(
        id,
        Order.Kind.DELIVERY,
        Order.Status.OPEN,
        "warehouse",
        to,
        NOW,
        day.atTime(9, 0).toInstant(ZoneOffset.UTC),
        day.atTime(12, 0).toInstant(ZoneOffset.UTC),
        List.of(new Order.Line("hummus", 10)),
        5,
        20,
        10_000,
        List.of());
  }

  /** An order as a shop sends it. */
  public static String orderJson(String to) {
    return new String(Json.write(order("rush-" + to, to, TODAY)), StandardCharsets.UTF_8);
  }

  public static Replenishment replenishment(
      String item, String place, long riskCents, double lostUnits, List<String> causes) {
    return new Replenishment(
        "rep-" + item + "-" + place,
        1,
        item,
        place,
        "line-1",
        NOW,
        TODAY,
        TODAY.plusDays(1),
        16,
        2,
        1600,
        5,
        0,
        TODAY.plusDays(1),
        0.6,
        0.1,
        riskCents,
        riskCents / 10,
        100,
        lostUnits,
        "Runs out tomorrow.",
        causes,
        null);
  }

  /** Goods of one place for another: 16 units, the way 7.00, holding nothing. */
  public static Replenishment transfer(String item, String from, String to, long riskCents) {
    return new Replenishment(
        "move-" + item + "-" + to,
        0,
        item,
        to,
        from,
        NOW,
        TODAY,
        TODAY.plusDays(1),
        16,
        2,
        0,
        5,
        0,
        null,
        0.9,
        0.1,
        riskCents,
        riskCents / 10,
        0,
        0,
        "Nothing can be ordered in time.",
        List.of(),
        new Replenishment.Transfer(80, 700));
  }

  /** Too much that costs so much waste; nothing is too much at 0 units. */
  public static Overstock overstock(String item, String place, double units, long wasteCents) {
    return new Overstock(
        item + "@" + place + "/2026-11-23/over",
        0,
        item,
        place,
        NOW,
        400,
        20,
        units,
        units / 2,
        40,
        null,
        100,
        wasteCents,
        "south",
        "Sell them at a lower price.");
  }

  public static Episode episode(String id, Episode.Severity severity) {
    return new Episode(
        id,
        0,
        Episode.Kind.ANOMALY,
        "filler/vibration",
        "filler",
        "residual",
        Episode.State.OPEN,
        severity,
        6.5,
        NOW.minusSeconds(60),
        NOW,
        null,
        9.5,
        1.0,
        3.0,
        "Vibration is three times what it should be.",
        List.of());
  }

  /** The same alarm, over. */
  public static Episode closed(Episode one, Instant end) {
    return new Episode(
        one.id(),
        one.revision() + 1,
        one.kind(),
        one.sensor(),
        one.machine(),
        one.detector(),
        Episode.State.CLOSED,
        one.severity(),
        one.score(),
        one.onset(),
        one.last(),
        end,
        one.value(),
        one.expectedLow(),
        one.expectedHigh(),
        one.reason(),
        one.causes());
  }

  public static CapacityLoss loss(String id, double units, long cents, List<String> causes) {
    return new CapacityLoss(
        id,
        0,
        "filler",
        "line-1",
        "bearing",
        NOW.minusSeconds(600),
        NOW.plusSeconds(3600),
        true,
        "hummus",
        units,
        cents,
        causes);
  }

  private static Place place(String id, Place.Kind kind, double latitude) {
    return new Place(
        id, "The " + id, kind, latitude, 6.1, LocalTime.of(7, 0), LocalTime.of(18, 0), 10);
  }

  private static Item item(String id) {
    return new Item(id, "Nice " + id, 300, 100, 8, 8, 1, 14, 0.25, "line-1", 16, 0.2);
  }

  private static Person person(String id, String place, String skill) {
    return new Person(
        id, "Ms " + id, place, List.of(skill), 36, 44, 2000, 1.3, List.of(), List.of());
  }

  private static Vehicle van(String id) {
    return new Vehicle(
        id,
        "Van " + id,
        "warehouse",
        100,
        800,
        LocalTime.of(6, 0),
        LocalTime.of(15, 0),
        4000,
        40,
        2500,
        100);
  }
}
