package io.gemba.sensors.simulation;

import io.gemba.message.Demand;
import io.gemba.message.Order;
import io.gemba.message.SimulationCommand;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Tills, stock and orders of the shops in simulated time. Sales come through the day; deliveries
 * arrive at the end of their window and replenishments after their lead time; the next day's orders
 * are placed at 14:00. Orders are known only as they are read back from their topic, so that those
 * of others count like its own, and a restart needs no memory but the topics and two times. Pure:
 * same calls, same messages. Not thread safe.
 */
final class ErpModel {
  private static final LocalTime ORDERS_AT = LocalTime.of(14, 0);
  private static final long COUNT_SECONDS = 15;
  private static final int CATCH_UP_DAYS = 2;

  private final Site site;
  private final ShopModel shops;
  private final DeliveryOrders deliveries;
  private final Surge surge;
  private final long seed;
  private final Shelves shelves;
  private final Map<String, Order> pending = new LinkedHashMap<>();
  private final Set<String> arrived = new HashSet<>();
  private final PriorityQueue<Demand> extra = new PriorityQueue<>(Comparator.comparing(Demand::at));
  private Instant through = Instant.EPOCH;
  private Instant countedAt = Instant.EPOCH;
  private Instant resumedAt = Instant.EPOCH;
  private LocalDate ordersThrough = LocalDate.EPOCH;
  private LocalDate salesDay = LocalDate.EPOCH;
  private List<Demand> sales = List.of();
  private int nextSale;

  ErpModel(Site site, ShopModel shops, long seed) {
    this.site = site;
    this.shops = shops;
    this.deliveries = new DeliveryOrders(site, shops, seed);
    this.surge = new Surge(site, shops, deliveries, seed);
    this.seed = seed;
    this.shelves = new Shelves(site, shops);
  }

  /** The first messages ever: orders for two days and a count of each shelf. */
  List<ErpMessage> open(Instant now) {
    LocalDate today = day(now);
    List<ErpMessage> messages = new ArrayList<>();
    ordersThrough = today.minusDays(1);
    placeOrders(today.plusDays(1), now, messages);
    shelves.fill(today, seed);
    shelves.counts(now).forEach(count -> messages.add(ErpMessage.of(count)));
    through = now;
    countedAt = now;
    return messages;
  }

  /** What was sold on the day of the opening before it; the first counts know of it. */
  List<ErpMessage> salesBeforeOpening() {
    return shops.sales(day(through)).stream()
        .filter(sale -> !sale.at().isAfter(through))
        .map(ErpMessage::of)
        .toList();
  }

  /**
   * Goes on where an earlier run stopped.
   *
   * @param stock latest units by {@code item@place}
   * @param lastThrough time up to which everything was sent
   * @param lastOrders day up to which orders were placed
   */
  void resume(Map<String, Double> stock, Instant lastThrough, LocalDate lastOrders) {
    stock.forEach((key, units) -> shelves.put(key, units, "count"));
    through = lastThrough;
    countedAt = lastThrough;
    resumedAt = lastThrough;
    ordersThrough = lastOrders;
    shelves.forgetChanges();
  }

  /** Takes an order note of, from its topic. A later message with the same id replaces it. */
  void see(Order order) {
    Order before = pending.remove(order.id());
    if (before != null && !arrived.contains(order.id())) {
      shelves.expect(before, -1);
    }
    if (order.status() != Order.Status.OPEN) {
      arrived.remove(order.id());
      return;
    }
    pending.put(order.id(), order);
    boolean delivered = order.kind() == Order.Kind.DELIVERY && !due(order).isAfter(through);
    if (delivered) {
      arrived.add(order.id());
    } else if (!arrived.contains(order.id())) {
      shelves.expect(order, 1);
    }
  }

  /**
   * Does what a command means for shops, staff and vans.
   *
   * @param startedAt when it began, in simulated time
   * @return what follows at once; nothing when an earlier run did it before it stopped
   */
  List<ErpMessage> react(SimulationCommand command, Instant startedAt) {
    surge.sales(command, startedAt).stream()
        .filter(sale -> sale.at().isAfter(through))
        .forEach(extra::add);
    return startedAt.isAfter(resumedAt) ? surge.announcements(command, startedAt) : List.of();
  }

  /** Goes on to a time and returns what was sent on the way, oldest first. */
  List<ErpMessage> advance(Instant now) {
    List<ErpMessage> messages = new ArrayList<>();
    if (!now.isAfter(through)) {
      return messages;
    }
    if (ChronoUnit.DAYS.between(day(through), day(now)) > CATCH_UP_DAYS) {
      skipDays(now, messages);
    }
    for (LocalDate day = day(through); !day.isAfter(day(now)); day = day.plusDays(1)) {
      sell(day, now, messages);
    }
    while (!extra.isEmpty() && !extra.peek().at().isAfter(now)) {
      sell(extra.remove(), messages);
    }
    receive(now, messages);
    boolean isAfternoon = !now.atZone(site.zone()).toLocalTime().isBefore(ORDERS_AT);
    placeOrders(day(now).plusDays(isAfternoon ? 1 : 0), now, messages);
    through = now;
    if (countedAt.plusSeconds(COUNT_SECONDS).isBefore(now)) {
      shelves.counts(now).forEach(count -> messages.add(ErpMessage.of(count)));
      countedAt = now;
    }
    return messages;
  }

  /** Up to when the counts that were handed out say everything. */
  Instant countedAt() {
    return countedAt;
  }

  LocalDate ordersThrough() {
    return ordersThrough;
  }

  /** After a long stop whole days are told as totals, and the shelves stay as they were. */
  private void skipDays(Instant now, List<ErpMessage> messages) {
    LocalDate today = day(now);
    for (LocalDate day = day(through); day.isBefore(today); day = day.plusDays(1)) {
      shops.forEachTotal(day, total -> messages.add(ErpMessage.of(total)));
    }
    through = today.atStartOfDay(site.zone()).toInstant();
  }

  private void sell(LocalDate day, Instant now, List<ErpMessage> messages) {
    if (!day.equals(salesDay)) {
      sales = shops.sales(day);
      salesDay = day;
      nextSale = 0;
    }
    while (nextSale < sales.size() && !sales.get(nextSale).at().isAfter(now)) {
      Demand sale = sales.get(nextSale++);
      if (sale.at().isAfter(through)) {
        sell(sale, messages);
      }
    }
  }

  private void sell(Demand sale, List<ErpMessage> messages) {
    messages.add(ErpMessage.of(sale));
    shelves.move(sale.key(), -sale.quantity(), "sale");
  }

  private void receive(Instant now, List<ErpMessage> messages) {
    for (Order order : List.copyOf(pending.values())) {
      if (!arrived.contains(order.id()) && !due(order).isAfter(now)) {
        arrived.add(order.id());
        shelves.expect(order, -1);
        bring(order);
      }
      boolean isOver =
          order.kind() == Order.Kind.REPLENISHMENT || day(order.windowEnd()).isBefore(day(now));
      if (arrived.contains(order.id()) && isOver) {
        pending.remove(order.id());
        messages.add(ErpMessage.of(fulfilled(order)));
      }
    }
  }

  /** Goods of another shop leave its shelf when they arrive; other senders have none. */
  private void bring(Order order) {
    for (Order.Line line : order.lines()) {
      shelves.move(line.item() + "@" + order.to(), line.quantity(), "receipt");
      if (order.kind() == Order.Kind.REPLENISHMENT) {
        shelves.move(line.item() + "@" + order.from(), -line.quantity(), "transfer");
      }
    }
  }

  private void placeOrders(LocalDate last, Instant now, List<ErpMessage> messages) {
    LocalDate first = ordersThrough.plusDays(1);
    LocalDate today = day(now);
    for (LocalDate day = first.isBefore(today) ? today : first;
        !day.isAfter(last);
        day = day.plusDays(1)) {
      deliveries.of(day, now).forEach(order -> messages.add(ErpMessage.of(order)));
      ordersThrough = day;
    }
  }

  /** When goods are on the shelf: end of the window of a van, lead time of a source. */
  private Instant due(Order order) {
    if (order.kind() == Order.Kind.DELIVERY) {
      return order.windowEnd();
    }
    if (order.windowStart().isAfter(order.placedAt())) {
      return order.windowStart();
    }
    int days =
        site.findItem(order.lines().get(0).item()).map(item -> item.leadTimeDays()).orElse(1);
    return order.placedAt().plus(days, ChronoUnit.DAYS);
  }

  private static Order fulfilled(Order order) {
    return new Order(
        order.id(),
        order.kind(),
        Order.Status.FULFILLED,
        order.from(),
        order.to(),
        order.placedAt(),
        order.windowStart(),
        order.windowEnd(),
        order.lines(),
        order.boxes(),
        order.kilograms(),
        order.valueCents(),
        order.causes());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, site.zone());
  }
}
