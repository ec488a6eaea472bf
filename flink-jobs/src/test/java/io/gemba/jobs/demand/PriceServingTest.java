package io.gemba.jobs.demand;

import static io.gemba.jobs.demand.DemandHarness.NOON;
import static io.gemba.jobs.demand.DemandHarness.TODAY;
import static io.gemba.jobs.demand.DemandHarness.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.Price;
import io.gemba.message.TrainedModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Prices and promotions in the running operator, learnt from as they are served. */
final class PriceServingTest {
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final int DAYS = 600;
  private static final int PROMOTION_DAYS = 5;

  private static final List<Demand> DEMAND = new ArrayList<>();
  private static final List<Price> PRICES = new ArrayList<>();
  private static TrainedModel model;

  @RegisterExtension final DemandHarness harness = new DemandHarness();

  /** Every item sells twice as well while it is promoted, at each shop in other weeks. */
  @BeforeAll
  static void train() {
    DemandRecords records = new DemandRecords(TestShop.site(), NOON);
    int series = 0;
    for (String item : List.of("soup", "hummus", "feta")) {
      for (String place : List.of("a", "b", "c")) {
        series++;
        for (int back = DAYS; back >= 1; back--) {
          LocalDate day = YESTERDAY.minusDays(back - 1L);
          boolean isPromoted = Math.floorMod(back + 17 * series, 37) < PROMOTION_DAYS && back > 3;
          int units = (isPromoted ? 40 : 20) + Math.floorMod(back * 37, 5);
          DEMAND.add(total(item, place, day, units, 0));
          if (isPromoted) {
            PRICES.add(new Price(item + place + day, 0, item, place, day, day, 200, false));
          }
        }
      }
    }
    DEMAND.forEach(records::add);
    PRICES.forEach(records::add);
    model = TestModels.priced(records.panel(), YESTERDAY, Instant.ofEpochMilli(NOON));
  }

  @BeforeEach
  void takeAll() throws Exception {
    harness.take(model);
    harness.takeAll(DEMAND);
    harness.takeAll(PRICES);
    harness.quiet(1_000);
  }

  @Test
  void promotionToCome_raisesItsDaysAndNoOthers_andTakenBackItIsGone() throws Exception {
    Forecast before = harness.last().get("soup@a");
    Price promotion =
        new Price("next-week", 0, "soup", "a", TODAY.plusDays(7), TODAY.plusDays(10), 200, false);

    harness.take(promotion);
    harness.quiet(2_000);
    Forecast after = harness.last().get("soup@a");
    harness.take(
        new Price("next-week", 1, "soup", "a", promotion.from(), promotion.to(), 200, true));
    harness.quiet(3_000);

    assertThat(before.model()).isEqualTo(model.name());
    for (int day = 0; day < 28; day++) {
      double times = after.mean().get(day) / before.mean().get(day);
      boolean isPromoted = day >= 7 && day <= 10;
      assertThat(times).as("day %d", day).isBetween(isPromoted ? 1.5 : 0.9, isPromoted ? 2.5 : 1.1);
    }
    assertThat(harness.last().get("soup@b").revision()).as("another shop").isZero();
    assertThat(harness.last().get("soup@a").mean()).isEqualTo(before.mean());
  }

  @Test
  void samePriceAgain_saysNothing() throws Exception {
    int sent = harness.forecasts().size();

    harness.take(PRICES.get(0));

    assertThat(harness.timers()).isZero();
    assertThat(harness.forecasts()).hasSize(sent);
  }
}
