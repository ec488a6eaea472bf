package io.gemba.jobs.demand;

import static io.gemba.jobs.demand.DemandHarness.TODAY;
import static io.gemba.jobs.demand.DemandHarness.count;
import static io.gemba.jobs.demand.DemandHarness.movement;
import static io.gemba.jobs.demand.DemandHarness.sale;
import static io.gemba.jobs.demand.DemandHarness.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.panel.Panel;
import io.gemba.jobs.TestShop;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A zero with no stock is missing, not demand: stock in the demand operator. */
final class StockOutTest {
  private static final int OUT_DAYS = 20;

  @RegisterExtension final DemandHarness harness = new DemandHarness();

  @Test
  void zerosWithoutStock_doNotLowerTheForecast_thoseWithStockDo() throws Exception {
    harness.takeAll(outage("soup"));
    harness.takeAll(outage("feta"));
    harness.take(count("soup", "a", TODAY.minusDays(OUT_DAYS), 7, 0));
    harness.take(count("feta", "a", TODAY.minusDays(OUT_DAYS), 7, 30));

    harness.quiet(2);

    assertThat(mean("soup@a")).as("by the week of both").isCloseTo(5, within(0.3));
    assertThat(mean("feta@a")).as("8 days of 5 and 20 of 0 count").isLessThan(2.2);
  }

  @Test
  void deliveryEndsTheOutage() throws Exception {
    harness.takeAll(outage("soup"));
    harness.take(count("soup", "a", TODAY.minusDays(OUT_DAYS), 7, 0));
    harness.take(movement("soup", "a", TODAY.minusDays(10), 6, 24));

    harness.quiet(2);

    assertThat(mean("soup@a")).as("ten zeros are demand").isBetween(2.5, 4.0);
  }

  @Test
  void lateCount_correctsTheForecastOfTheSameOrigin() throws Exception {
    harness.takeAll(outage("soup"));
    harness.quiet(2);

    harness.take(count("soup", "a", TODAY.minusDays(OUT_DAYS), 7, 0));
    harness.quiet(14);

    assertThat(harness.forecasts())
        .extracting(Forecast::id)
        .containsExactly("soup@a/2026-11-21/0", "soup@a/2026-11-21/1");
    assertThat(mean("soup@a")).isCloseTo(5, within(0.01));
  }

  @Test
  void countsThatSayNothingNew_startNoTimer() throws Exception {
    harness.takeAll(outage("soup"));
    harness.take(count("soup", "a", TODAY.minusDays(60), 7, 100));
    harness.quiet(2);

    harness.take(count("soup", "a", TODAY.minusDays(40), 7, 50));
    harness.take(movement("soup", "a", TODAY, 9, -1));
    harness.take(count("hummus", "warehouse", TODAY, 9, 0));

    assertThat(harness.timers()).isZero();
  }

  @Test
  void restored_knowsTheDaysWithoutStock() throws Exception {
    harness.takeAll(outage("soup"));
    harness.take(count("soup", "a", TODAY.minusDays(OUT_DAYS), 7, 0));

    harness.restart(harness.snapshot());
    harness.quiet(2);

    assertThat(mean("soup@a")).isCloseTo(5, within(0.01));
  }

  @Test
  void demandStockAndPricesInAnyOrder_giveTheSameForecasts() throws Exception {
    Random random = new Random(4);
    List<Object> messages = new ArrayList<>();
    for (String item : List.of("soup", "feta", "hummus")) {
      for (int back = 120; back >= 0; back--) {
        boolean isOut = back % 30 < 6;
        if (!isOut && random.nextBoolean()) {
          messages.add(sale(item + back, item, "a", TODAY.minusDays(back), 1 + random.nextInt(4)));
        }
        if (back % 30 == 5) {
          messages.add(count(item, "a", TODAY.minusDays(back), 7 + random.nextInt(9), 0));
        } else if (back % 30 == 29) {
          messages.add(movement(item, "a", TODAY.minusDays(back), random.nextInt(24), 12));
        }
      }
      messages.add(new Price("p" + item, 0, item, "a", TODAY, TODAY.plusDays(3), 199, false));
    }
    Map<String, Forecast> inOrder = forecastsOf(asTotals(messages));

    for (long seed = 1; seed <= 4; seed++) {
      List<Object> shuffled = asTotals(messages);
      Collections.shuffle(shuffled, new Random(seed));
      Map<String, Forecast> inDisorder = forecastsOf(shuffled);

      assertThat(inDisorder).hasSameSizeAs(inOrder).hasSize(3);
      inOrder.forEach(
          (key, forecast) -> {
            assertThat(inDisorder.get(key).mean()).as(key).isEqualTo(forecast.mean());
            assertThat(inDisorder.get(key).daily()).as(key).isEqualTo(forecast.daily());
            assertThat(inDisorder.get(key).cumulative()).as(key).isEqualTo(forecast.cumulative());
          });
    }
  }

  @Test
  void training_seesTheSameDaysMissingAndTheSamePrices() {
    DemandRecords records = new DemandRecords(TestShop.site(), DemandHarness.NOON);
    outage("soup").forEach(records::add);
    records.add(count("soup", "a", TODAY.minusDays(OUT_DAYS), 7, 0));
    records.add(count("caviar", "a", TODAY, 7, 0));
    records.add(new Price("p", 0, "soup", "a", TODAY, null, 199, false));

    Panel panel = records.panel();

    float[] units = panel.units()[0];
    assertThat(units[units.length - OUT_DAYS - 1]).isEqualTo(5);
    for (int back = 1; back <= OUT_DAYS; back++) {
      assertThat(units[units.length - back]).as("day -%d", back).isNaN();
    }
    assertThat(panel.prices().get(0).at(panel.lastDay())).isEqualTo(300);
    assertThat(panel.prices().get(0).at(panel.lastDay() + 1)).isEqualTo(199);
  }

  @Test
  void news_datedAheadOrUnknown_isRefusedOrLeftToTheInventoryJob() {
    NewsIntake news = new NewsIntake(TestShop.site());
    Stock ahead = count("soup", "a", TODAY.plusDays(3), 7, 0);

    assertThatThrownBy(() -> news.of(ahead, DemandHarness.NOON))
        .hasMessageContaining("more than a day ahead");
    assertThat(news.of(count("caviar", "a", TODAY, 7, 0), DemandHarness.NOON)).isEmpty();
    assertThat(news.of(movement("soup", "a", TODAY, 7, 0), DemandHarness.NOON)).isEmpty();
    assertThatThrownBy(() -> news.of(new Price("p", 0, "soup", "moon", TODAY, null, 1, false)))
        .hasMessageContaining("'moon' is not in the site file");
  }

  private double mean(String key) {
    return harness.last().get(key).mean().get(0);
  }

  /** Five a day, then {@value #OUT_DAYS} days of nothing. */
  private static List<Demand> outage(String item) {
    List<Demand> demand = new ArrayList<>();
    for (int back = 90; back >= 1; back--) {
      demand.add(total(item, "a", TODAY.minusDays(back), back > OUT_DAYS ? 5 : 0, 0));
    }
    return demand;
  }

  /** Sales older than are told apart come as totals; the place's trading days follow from one. */
  private static List<Object> asTotals(List<Object> messages) {
    return messages.stream()
        .map(
            each ->
                each instanceof Demand demand
                    ? total(
                        demand.item(),
                        demand.place(),
                        demand.at().atZone(TestShop.ZONE).toLocalDate(),
                        demand.quantity(),
                        0)
                    : each)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Map<String, Forecast> forecastsOf(List<Object> messages) throws Exception {
    try (DemandHarness fresh = new DemandHarness()) {
      fresh.open();
      fresh.takeAll(messages);
      fresh.quiet(1_000);
      return fresh.last();
    }
  }
}
