package io.gemba.jobs.inventory;

import io.gemba.jobs.TestShop;
import io.gemba.message.CapacityLoss;
import io.gemba.message.Forecast;
import io.gemba.message.Order;
import io.gemba.message.Stock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Messages about the test shop on a Monday noon. */
final class TestInventory {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Instant NOON = TODAY.atTime(12, 0).atZone(TestShop.ZONE).toInstant();
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99);
  private static final double[] SPREAD = {-1.28, 0, 0.84, 1.28, 1.64, 2.05, 2.33};

  private TestInventory() {}

  static Forecast forecast(String item, String place, double daily) {
    return forecast(item, place, daily, TODAY);
  }

  /** Demand of the same mean every day from a day on, variance equal to it. */
  static Forecast forecast(String item, String place, double daily, LocalDate from) {
    List<List<Double>> cumulative = new ArrayList<>();
    for (double deviations : SPREAD) {
      cumulative.add(
          IntStream.rangeClosed(1, 28)
              .mapToObj(days -> Math.max(0, daily * days + deviations * Math.sqrt(daily * days)))
              .toList());
    }
    return new Forecast(
        item + "@" + place + "/" + from,
        item,
        place,
        from.minusDays(1),
        0,
        NOON,
        "test",
        Collections.nCopies(28, daily),
        LEVELS,
        cumulative,
        cumulative);
  }

  static Stock count(String id, String item, String place, double units) {
    return new Stock(id, Stock.Kind.COUNT, item, place, NOON.minusSeconds(60), units, 0, "count");
  }

  static Stock move(String id, double units) {
    return new Stock(id, Stock.Kind.MOVEMENT, "soup", "a", NOON, units, 0, "sale");
  }

  static Order order(String id, Order.Status status, double units) {
    return new Order(
        id,
        Order.Kind.REPLENISHMENT,
        status,
        "line-1",
        "a",
        NOON,
        NOON,
        NOON.plusSeconds(90_000),
        List.of(new Order.Line("soup", units)),
        1,
        1,
        1,
        List.of());
  }

  static CapacityLoss loss(int revision, boolean isOpen, double units) {
    return new CapacityLoss(
        "filler-1/stop",
        revision,
        "filler-1",
        "line-1",
        "bearing",
        NOON,
        NOON.plusSeconds(3_600),
        isOpen,
        "soup",
        units,
        100,
        List.of("episode"));
  }
}
