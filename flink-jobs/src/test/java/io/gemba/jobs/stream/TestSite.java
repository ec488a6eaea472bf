package io.gemba.jobs.stream;

import io.gemba.site.CostRates;
import io.gemba.site.Item;
import io.gemba.site.Line;
import io.gemba.site.Machine;
import io.gemba.site.Place;
import io.gemba.site.Sensor;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A plant with one line of one machine, {@code filler}, with one sensor, {@code filler/pressure}.
 */
public final class TestSite {
  private TestSite() {}

  public static Site create() {
    return create("test", new Sensor("pressure", "Pressure", "bar", 0, 50, 1));
  }

  /** The plant by another id, with another sensor. */
  public static Site create(String id, Sensor sensor) {
    LocalTime six = LocalTime.of(6, 0);
    LocalTime two = LocalTime.of(14, 0);
    return new Site(
        id,
        "Test",
        "EUR",
        ZoneOffset.UTC,
        List.of(new Place("plant", "Plant", Place.Kind.PLANT, 50, 8, six, two, 10)),
        List.of(),
        List.of(new Item("soup", "Soup", 300, 100, 6, 6, 1, 30, 0.2, "line", 12, 1)),
        List.of(new Line("line", "Line", "plant", 600)),
        List.of(new Machine("filler", "Filler", "line", 6, 350, 100, List.of(sensor))),
        List.of(),
        List.of(new ShiftTemplate("E", "Early", six, two, 30)),
        List.of(),
        List.of(),
        new SiteCalendar(List.of()),
        new CostRates(3000, 500, 11, 5, 100, 0.3, 1.3, 40));
  }
}
