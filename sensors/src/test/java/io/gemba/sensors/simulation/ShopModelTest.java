package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.Demand;
import io.gemba.site.Item;
import io.gemba.site.Site;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopModelTest {
  private static final long SEED = 42;
  private static final LocalDate TUESDAY = LocalDate.of(2026, 10, 13);
  private final Site site = TestSites.demo();
  private final ShopModel shops = new ShopModel(site, SEED);

  @Test
  void forEachTotal_sameSeed_sameDemandInAnyOrderOfDays() {
    ShopModel again = new ShopModel(site, SEED);
    again.sales(TUESDAY.plusDays(9));

    assertThat(totals(again, TUESDAY)).isEqualTo(totals(shops, TUESDAY));
    assertThat(totals(new ShopModel(site, 43), TUESDAY)).isNotEqualTo(totals(shops, TUESDAY));
  }

  @Test
  void forEachTotal_oneDay_eachItemInEachShopOnceWithADeterministicId() {
    List<Demand> totals = totals(shops, TUESDAY);

    assertThat(totals).hasSize(60 * 30);
    assertThat(totals).extracting(Demand::id).doesNotHaveDuplicates();
    assertThat(totals).allMatch(total -> total.kind() == Demand.Kind.DAY_TOTAL);
    assertThat(totals.get(0).id()).isEqualTo("total/" + totals.get(0).key() + "/2026-10-13");
  }

  @Test
  void sales_addUpToTheTotalsAndStayWithinTheDay() {
    Map<String, Double> sold = new HashMap<>();
    List<Demand> sales = shops.sales(TUESDAY);
    sales.forEach(sale -> sold.merge(sale.key(), sale.quantity(), Double::sum));
    Map<String, Double> totals = new HashMap<>();
    totals(shops, TUESDAY).forEach(total -> totals.put(total.key(), total.quantity()));
    totals.values().removeIf(units -> units == 0);

    assertThat(sold).isEqualTo(totals);
    assertThat(sales).extracting(Demand::id).doesNotHaveDuplicates();
    assertThat(sales).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(sales).allMatch(sale -> LocalDate.ofInstant(sale.at(), site.zone()).equals(TUESDAY));
  }

  @Test
  void totals_overAYear_showTheWeekday() {
    Map<DayOfWeek, Double> units = new EnumMap<>(DayOfWeek.class);
    for (LocalDate day = TUESDAY.minusDays(363); !day.isAfter(TUESDAY); day = day.plusDays(1)) {
      double total = totals(shops, day).stream().mapToDouble(Demand::quantity).sum();
      units.merge(day.getDayOfWeek(), total / 52, Double::sum);
    }

    assertThat(units.get(DayOfWeek.FRIDAY)).isGreaterThan(1.2 * units.get(DayOfWeek.TUESDAY));
    assertThat(units.get(DayOfWeek.SUNDAY)).isLessThan(0.75 * units.get(DayOfWeek.TUESDAY));
    assertThat(units.get(DayOfWeek.TUESDAY)).isBetween(7_000.0, 14_000.0);
  }

  @Test
  void totals_underPromotion_areHigherAtALowerPrice() {
    double[] units = new double[2];
    double[] expected = new double[2];
    Map<String, Item> items =
        site.items().stream().collect(Collectors.toMap(Item::id, item -> item));
    Map<String, Double> usual = new HashMap<>();
    List<Demand> all = new ArrayList<>();
    for (int week = 0; week < 40; week++) {
      all.addAll(totals(shops, TUESDAY.minusWeeks(week)));
    }
    all.stream()
        .filter(total -> !total.promotion())
        .collect(Collectors.groupingBy(Demand::item, Collectors.averagingDouble(Demand::quantity)))
        .forEach(usual::put);

    for (Demand total : all) {
      int which = total.promotion() ? 1 : 0;
      units[which] += total.quantity();
      expected[which] += usual.get(total.item());
      long price = items.get(total.item()).priceCents();
      assertThat(total.priceCents()).isEqualTo(total.promotion() ? Math.round(price * 0.8) : price);
    }

    assertThat(units[0] / expected[0]).isCloseTo(1, within(0.01));
    assertThat(units[1] / expected[1]).isBetween(1.5, 2.3);
  }

  @Test
  void totals_holdSlowMoversAndFastMovers() {
    Map<String, List<Demand>> byKey = new HashMap<>();
    for (int day = 0; day < 56; day++) {
      totals(shops, TUESDAY.minusDays(day))
          .forEach(t -> byKey.computeIfAbsent(t.key(), key -> new ArrayList<>()).add(t));
    }
    long slow =
        byKey.values().stream()
            .filter(days -> days.stream().filter(day -> day.quantity() == 0).count() > 28)
            .count();
    long fast =
        byKey.values().stream()
            .filter(days -> days.stream().mapToDouble(Demand::quantity).average().orElse(0) > 15)
            .count();

    assertThat(slow / 1800.0).isBetween(0.05, 0.35);
    assertThat(fast / 1800.0).isBetween(0.02, 0.25);
  }

  @Test
  void totals_onAClosedDay_areZero() {
    assertThat(totals(shops, LocalDate.of(2026, 12, 25))).allMatch(total -> total.quantity() == 0);
    assertThat(
            totals(shops, LocalDate.of(2026, 12, 24)).stream().mapToDouble(Demand::quantity).sum())
        .isGreaterThan(
            totals(shops, LocalDate.of(2026, 12, 17)).stream().mapToDouble(Demand::quantity).sum());
  }

  private static List<Demand> totals(ShopModel shops, LocalDate day) {
    List<Demand> totals = new ArrayList<>();
    shops.forEachTotal(day, totals::add);
    return totals;
  }
}
