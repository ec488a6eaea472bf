package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.gemba.message.Demand;
import io.gemba.message.Order;
import io.gemba.message.ResourceChange;
import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import io.gemba.message.Stock;
import io.gemba.site.Item;
import io.gemba.site.Site;
import io.gemba.site.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErpModelTest {
  /** A Tuesday, 10:42 in Venlo. */
  private static final Instant NOW = Instant.parse("2026-10-13T08:42:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 10, 13);
  private final Site site = TestSites.demo();
  private final ShopModel shops = new ShopModel(site, 1);
  private final ErpModel erp = new ErpModel(site, shops, 1);

  @Test
  void open_firstStart_countsEachShelfAndOrdersForTodayAndTomorrow() {
    List<ErpMessage> messages = erp.open(NOW);

    assertThat(of(messages, Stock.class))
        .hasSize(60 * 30)
        .allMatch(s -> s.kind() == Stock.Kind.COUNT);
    assertThat(of(messages, Order.class))
        .hasSize(60)
        .allMatch(order -> order.kind() == Order.Kind.DELIVERY && order.boxes() > 0);
    assertThat(of(messages, Demand.class)).isEmpty();
  }

  @Test
  void open_shelves_fewAreNearlyEmptyAndMostLastForDays() {
    Map<String, Double> onHand =
        of(erp.open(NOW), Stock.class).stream()
            .collect(Collectors.toMap(Stock::key, Stock::quantity));
    int low = 0;
    int fine = 0;
    for (int item = 0; item < 60; item++) {
      for (int store = 0; store < 30; store++) {
        String key = site.items().get(item).id() + "@" + shops.stores().get(store).id();
        double days = onHand.get(key) / shops.mean(item, store, TODAY);
        low += days < 1 ? 1 : 0;
        fine += days > 2 ? 1 : 0;
      }
    }

    assertThat(low / 1800.0).isBetween(0.01, 0.06);
    assertThat(fine / 1800.0).isGreaterThan(0.55);
  }

  @Test
  void open_orders_fitTheVans() {
    List<Order> today =
        of(erp.open(NOW), Order.class).stream()
            .filter(order -> order.id().startsWith("delivery-2026-10-13"))
            .toList();
    double boxes = today.stream().mapToDouble(Order::boxes).sum();
    double kilograms = today.stream().mapToDouble(Order::kilograms).sum();

    assertThat(boxes / site.vehicles().stream().mapToDouble(Vehicle::boxes).sum())
        .isBetween(0.4, 0.9);
    assertThat(kilograms / site.vehicles().stream().mapToDouble(Vehicle::kilograms).sum())
        .isBetween(0.3, 0.9);
  }

  @Test
  void advance_sameCalls_sameMessages() {
    ErpModel again = new ErpModel(site, new ShopModel(site, 1), 1);

    assertThat(day(again)).isEqualTo(day(erp));
  }

  @Test
  void advance_aDayInSteps_sellsExactlyTheRestOfTheDay() {
    erp.open(NOW);
    List<Demand> before = of(erp.salesBeforeOpening(), Demand.class);

    List<Demand> after = of(run(NOW, Duration.ofHours(13)), Demand.class);

    assertThat(before).isNotEmpty().allMatch(sale -> !sale.at().isAfter(NOW));
    List<Demand> all = new ArrayList<>(before);
    all.addAll(after);
    assertThat(all).containsExactlyElementsOf(shops.sales(TODAY));
  }

  @Test
  void advance_sales_takeFromTheShelfDownToNothing() {
    Map<String, Double> onHand = new HashMap<>();
    of(erp.open(NOW), Stock.class).forEach(stock -> onHand.put(stock.key(), stock.quantity()));
    Map<String, Double> sold = new HashMap<>();
    Map<String, Double> counted = new HashMap<>();
    for (ErpMessage message : run(NOW, Duration.ofHours(12))) {
      if (message.message() instanceof Demand sale) {
        sold.merge(sale.key(), sale.quantity(), Double::sum);
      } else if (message.message() instanceof Stock stock) {
        counted.put(stock.key(), stock.quantity());
      }
    }

    assertThat(counted).hasSizeGreaterThan(500);
    counted.forEach(
        (key, units) ->
            assertThat(units)
                .isEqualTo(Math.max(0, onHand.get(key) - sold.getOrDefault(key, 0.0))));
  }

  @Test
  void advance_approvedReplenishment_arrivesOnceAndIsFulfilled() {
    erp.open(NOW);
    Order order = replenishment("r-1", NOW, NOW.plusSeconds(3_600));
    erp.see(order);
    List<Stock> ordered = of(run(NOW, Duration.ofSeconds(20)), Stock.class);

    List<ErpMessage> later = run(NOW.plusSeconds(20), Duration.ofHours(2));

    String key = order.lines().get(0).item() + "@" + order.to();
    assertThat(ordered).anyMatch(s -> s.key().equals(key) && s.onOrder() == 48);
    assertThat(of(later, Stock.class))
        .filteredOn(s -> s.key().equals(key) && s.reason().equals("receipt"))
        .singleElement()
        .satisfies(s -> assertThat(s.quantity()).isGreaterThanOrEqualTo(40))
        .satisfies(s -> assertThat(s.onOrder()).isZero());
    assertThat(of(later, Order.class))
        .singleElement()
        .satisfies(o -> assertThat(o.status()).isEqualTo(Order.Status.FULFILLED));
  }

  @Test
  void advance_transferFromAnotherShop_leavesItsShelf() {
    List<ErpMessage> opening = erp.open(NOW);
    String item = site.items().get(30).id();
    String giver = "nijmegen";
    double before =
        of(opening, Stock.class).stream()
            .filter(s -> s.key().equals(item + "@" + giver))
            .findFirst()
            .orElseThrow()
            .quantity();
    Order order = from(giver, replenishment("r-1", NOW, NOW.plusSeconds(60)));
    erp.see(order);

    List<ErpMessage> messages = run(NOW, Duration.ofSeconds(100));

    assertThat(of(messages, Stock.class))
        .filteredOn(s -> s.key().equals(item + "@" + giver) && s.reason().equals("transfer"))
        .singleElement()
        .satisfies(s -> assertThat(s.quantity()).isLessThanOrEqualTo(Math.max(0, before - 48)));
  }

  @Test
  void advance_cancelledReplenishment_neverArrives() {
    erp.open(NOW);
    Order order = replenishment("r-1", NOW, NOW.plusSeconds(600));
    erp.see(order);
    erp.see(with(order, Order.Status.CANCELLED));

    List<ErpMessage> messages = run(NOW, Duration.ofHours(1));

    assertThat(of(messages, Stock.class)).noneMatch(stock -> stock.reason().equals("receipt"));
    assertThat(of(messages, Order.class)).isEmpty();
  }

  @Test
  void advance_afternoon_ordersForTheNextDayOnce() {
    erp.open(NOW);

    List<Order> sameDay = of(run(NOW, Duration.ofHours(12)), Order.class);
    List<Order> nextDay =
        of(run(NOW.plus(Duration.ofHours(12)), Duration.ofHours(24)), Order.class);

    assertThat(sameDay).isEmpty();
    assertThat(nextDay)
        .filteredOn(order -> order.status() == Order.Status.OPEN)
        .hasSize(30)
        .allMatch(order -> order.id().startsWith("delivery-2026-10-15-"))
        .allMatch(order -> order.windowStart().isAfter(order.placedAt()));
  }

  @Test
  void resume_afterAStop_sellsWhatWasMissedAndOrdersNothingTwice() {
    erp.open(NOW);
    Instant stopped = NOW.plusSeconds(60);
    ErpModel resumed = new ErpModel(site, shops, 1);

    resumed.resume(Map.of(), stopped, TODAY.plusDays(1));
    List<ErpMessage> messages = resumed.advance(stopped.plus(Duration.ofHours(1)));

    List<Demand> missed =
        shops.sales(TODAY).stream()
            .filter(s -> s.at().isAfter(stopped))
            .filter(s -> !s.at().isAfter(stopped.plus(Duration.ofHours(1))))
            .toList();
    assertThat(of(messages, Demand.class)).containsExactlyElementsOf(missed);
    assertThat(of(messages, Order.class)).isEmpty();
  }

  @Test
  void resume_afterWeeks_tellsWholeDaysAsTotals() {
    ErpModel resumed = new ErpModel(site, shops, 1);
    resumed.resume(Map.of(), NOW.minus(Duration.ofDays(20)), TODAY.minusDays(19));

    List<ErpMessage> messages = resumed.advance(NOW);

    assertThat(of(messages, Demand.class).stream().filter(d -> d.kind() == Demand.Kind.DAY_TOTAL))
        .hasSize(20 * 1800);
    assertThat(of(messages, Order.class))
        .allMatch(o -> !o.windowStart().isBefore(NOW.minus(Duration.ofHours(12))));
  }

  @Test
  void surge_oneItem_sellsAboutADayMoreWithinItsMinutes() {
    erp.open(NOW);
    Item item = site.items().get(0);
    SimulationCommand surge =
        new SimulationCommand("s-1", Fault.DEMAND_SURGE, item.id(), NOW, 30, 2);

    List<ErpMessage> atOnce = erp.react(surge, NOW);
    List<Demand> extra =
        of(run(NOW, Duration.ofMinutes(31)), Demand.class).stream()
            .filter(sale -> sale.id().startsWith("surge/"))
            .toList();

    double day = 0;
    for (int store = 0; store < 30; store++) {
      day += shops.mean(0, store, TODAY);
    }
    assertThat(extra).allMatch(sale -> sale.item().equals(item.id()));
    assertThat(extra.size() / (2 * day)).isBetween(0.8, 1.2);
    assertThat(of(atOnce, Order.class).stream().mapToDouble(o -> o.lines().get(0).quantity()).sum())
        .isEqualTo(extra.size());
  }

  @Test
  void sickCallAndBreakdown_areToldForTheirMinutes() {
    erp.open(NOW);

    List<ErpMessage> sick = erp.react(command("c-1", Fault.SICK_CALL, "anna-janssen"), NOW);
    List<ErpMessage> broken = erp.react(command("c-2", Fault.VAN_BREAKDOWN, "v2"), NOW);

    assertThat(of(sick, ResourceChange.class))
        .containsExactly(
            new ResourceChange(
                "c-1",
                ResourceChange.Kind.PERSON,
                "anna-janssen",
                false,
                NOW,
                NOW.plusSeconds(3_600),
                "sick"));
    assertThat(of(broken, ResourceChange.class))
        .extracting(ResourceChange::kind, ResourceChange::resource, ResourceChange::reason)
        .containsExactly(tuple(ResourceChange.Kind.VEHICLE, "v2", "breakdown"));
  }

  @Test
  void react_commandOfAnEarlierRun_isNotToldAgain() {
    erp.resume(Map.of(), NOW, TODAY);

    assertThat(erp.react(command("c-1", Fault.SICK_CALL, "anna-janssen"), NOW.minusSeconds(60)))
        .isEmpty();
    assertThat(erp.react(command("c-2", Fault.SICK_CALL, "anna-janssen"), NOW.plusSeconds(1)))
        .hasSize(1);
  }

  private List<ErpMessage> day(ErpModel model) {
    List<ErpMessage> messages = new ArrayList<>(model.open(NOW));
    of(messages, Order.class).forEach(model::see);
    for (int minute = 1; minute <= 24 * 60; minute += 7) {
      messages.addAll(model.advance(NOW.plusSeconds(minute * 60L)));
    }
    return messages;
  }

  private List<ErpMessage> run(Instant from, Duration time) {
    List<ErpMessage> messages = new ArrayList<>();
    for (long second = 1; second < time.toSeconds(); second += 20) {
      messages.addAll(erp.advance(from.plusSeconds(second)));
    }
    messages.addAll(erp.advance(from.plus(time)));
    return messages;
  }

  private static SimulationCommand command(String id, Fault fault, String target) {
    return new SimulationCommand(id, fault, target, NOW, 60, 1);
  }

  private Order replenishment(String id, Instant placedAt, Instant arrives) {
    Item item = site.items().get(30);
    return new Order(
        id,
        Order.Kind.REPLENISHMENT,
        Order.Status.OPEN,
        item.source(),
        "venray",
        placedAt,
        arrives,
        arrives.plusSeconds(7_200),
        List.of(new Order.Line(item.id(), 48)),
        4,
        20,
        9_000,
        List.of("p-1"));
  }

  private static Order from(String place, Order order) {
    return new Order(
        order.id(),
        order.kind(),
        order.status(),
        place,
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

  private static Order with(Order order, Order.Status status) {
    return new Order(
        order.id(),
        order.kind(),
        status,
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

  private static <T> List<T> of(List<ErpMessage> messages, Class<T> type) {
    return messages.stream()
        .map(ErpMessage::message)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
