package io.gemba.jobs.demand;

import static io.gemba.jobs.demand.DemandHarness.TODAY;
import static io.gemba.jobs.demand.DemandHarness.count;
import static io.gemba.jobs.demand.DemandHarness.sale;
import static io.gemba.jobs.demand.DemandHarness.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.message.Forecast;
import io.gemba.site.Item;
import io.gemba.site.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items and places that are new: forecast by those they belong to until their own days tell. */
final class NewcomersTest {
  private static final int NINETY = 3;

  @RegisterExtension final DemandHarness harness = new DemandHarness(site());

  private static Site site() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      items.add(TestShop.item("soup-" + i, "line-1", 30));
      items.add(TestShop.item("cheese-" + i, "al-bayrak", 30));
    }
    return TestShop.with(items, List.of("a", "b"));
  }

  @Test
  void itemOnTheShelfThatNeverSold_isForecastLikeItsKind() throws Exception {
    establish();
    harness.take(count("soup-4", "a", TODAY, 7, 40));

    harness.quiet(2);

    Forecast forecast = harness.last().get("soup-4@a");
    assertThat(forecast.mean().get(0)).as("the other soups sell 4 to 10 a day").isBetween(6.0, 8.0);
    assertThat(forecast.daily().get(NINETY).get(0)).isGreaterThan(11);
    assertThat(forecast.cumulative().get(NINETY).get(27))
        .as("nobody knows its level yet")
        .isGreaterThan(1.4 * 28 * forecast.mean().get(0));
    assertThat(harness.last()).as("neither stocked nor sold").doesNotContainKey("cheese-4@a");
  }

  @Test
  void itemOnTheShelfThatDoesNotSell_fallsDayByDay() throws Exception {
    establish();
    harness.take(count("soup-4", "a", TODAY.minusDays(6), 7, 40));

    harness.quiet(2);

    assertThat(harness.last().get("soup-4@a").mean().get(0)).isBetween(0.2, 2.5);
  }

  @Test
  void firstDays_areWeighedAgainstItsKind() throws Exception {
    establish();
    harness.take(total("soup-4", "a", TODAY.minusDays(1), 40, 0));
    harness.take(total("cheese-4", "a", TODAY.minusDays(1), 40, 0));

    harness.quiet(2);

    assertThat(harness.last().get("soup-4@a").mean().get(0)).isBetween(10.0, 38.0);
    assertThat(harness.last().get("cheese-4@a").mean().get(0))
        .as("cheeses sell one or two a day")
        .isLessThan(harness.last().get("soup-4@a").mean().get(0));
  }

  @Test
  void newPlace_goesByWhatItSellsSoFar() throws Exception {
    for (int i = 0; i < 5; i++) {
      harness.take(total("soup-" + i, "b", TODAY.minusDays(1), i == 0 ? 0 : 6, 0));
    }

    harness.quiet(2);

    assertThat(harness.last().get("soup-0@b").mean().get(0)).isBetween(0.5, 4.5);
    assertThat(harness.last().get("soup-0@b").daily().get(NINETY).get(0)).isGreaterThan(1);
    assertThat(harness.last().get("soup-3@b").mean().get(0)).isBetween(5.0, 6.5);
  }

  @Test
  void established_standOnTheirOwn() throws Exception {
    establish();
    harness.quiet(2);

    assertThat(harness.last().get("soup-0@a").mean().get(0)).isBetween(3.9, 4.1);
    assertThat(harness.last().get("cheese-0@a").mean().get(0)).isBetween(0.9, 1.1);
  }

  /** Soups sell 4, 6, 8 and 10 a day, cheeses one or two; the shop is open today. */
  private void establish() throws Exception {
    for (int i = 0; i < 4; i++) {
      for (int back = 90; back >= 1; back--) {
        harness.take(total("soup-" + i, "a", TODAY.minusDays(back), 4 + 2 * i, 0));
        harness.take(total("cheese-" + i, "a", TODAY.minusDays(back), 1 + i % 2, 0));
      }
    }
    for (int back = 13; back >= 0; back--) {
      harness.take(sale("s" + back, "soup-0", "a", TODAY.minusDays(back), 1));
    }
  }
}
