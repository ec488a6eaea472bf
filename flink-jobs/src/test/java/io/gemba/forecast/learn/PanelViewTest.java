package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PanelViewTest {
  private static final int GONE = 300;
  private static final int ORIGIN = 499;
  private static final int LAST_SALE = GONE - 1;
  private static final int BEST_WEEKDAY = 3;

  @Test
  void window_goneSinceAndANewPriceToCome_isTheOneBeforeItWent() {
    SeriesWindow window = window(ORIGIN, new int[] {0, ORIGIN + 5});

    assertThat(Scale.level(window.demand, ORIGIN + 1)).isCloseTo(6, within(0.5));
    assertThat(window.lastSale()).isEqualTo(LAST_SALE);
    assertThat(window.outageDays).isEqualTo(ORIGIN - LAST_SALE);
  }

  @Test
  void window_goneSinceAndANewPriceToCome_keepsItsWeekdays() {
    SeriesWindow window = window(ORIGIN, new int[] {0, ORIGIN + 5});

    double[] profile = Scale.profile(window.demand, ORIGIN + 1);

    for (int day = 0; day < 7; day++) {
      assertThat(profile[day] > 1.5).as("day %d", day).isEqualTo(day == BEST_WEEKDAY);
    }
  }

  @Test
  void window_goneSinceAndThePriceChangedBeforehand_hasNoDemandLeft() {
    SeriesWindow window = window(ORIGIN, new int[] {0, LAST_SALE - 10});

    assertThat(Scale.level(window.demand, ORIGIN + 1)).isLessThan(2);
    assertThat(window.outageDays).isZero();
  }

  @Test
  void window_newPriceWeeksAgoAndStillNoSale_hasNoDemandLeft() {
    assertThat(window(ORIGIN, new int[] {0, ORIGIN - 20}).outageDays).isPositive();
    assertThat(window(ORIGIN, new int[] {0, ORIGIN - 40}).outageDays).isZero();
  }

  @Test
  void window_newPriceBeyondTheForecast_announcesNothing() {
    SeriesWindow window = window(ORIGIN, new int[] {0, ORIGIN + GroupOutlook.DAYS + 1});

    assertThat(Scale.level(window.demand, ORIGIN + 1)).isLessThan(2);
  }

  @Test
  void window_goneForWeeksOnly_isAnOutageAsWithoutANewPrice() {
    int origin = LAST_SALE + 30;

    SeriesWindow announced = window(origin, new int[] {0, origin + 5});
    SeriesWindow other = window(origin, new int[] {0});

    assertThat(announced.outageDays).isEqualTo(30).isEqualTo(other.outageDays);
    assertThat(Scale.level(announced.demand, origin + 1)).isCloseTo(6, within(0.5));
  }

  /** Of a series that sold 6 a day until it was gone. */
  private static SeriesWindow window(int origin, int[] priceStarts) {
    float[] units = new float[origin + 1];
    for (int day = 0; day < GONE; day++) {
      units[day] = day % 7 == BEST_WEEKDAY ? 12 : 5;
    }
    float[] cents = new float[priceStarts.length];
    for (int run = 0; run < cents.length; run++) {
      cents[run] = 100 + run;
    }
    Panel panel =
        new Panel(
            0,
            List.of(new Panel.Member("soup", "a", "cold", "food", "north")),
            new float[][] {units},
            List.of(new PriceRuns(priceStarts, cents)),
            DayKinds.PLAIN);
    return PanelView.with(panel, Map.of()).window(0, origin);
  }
}
