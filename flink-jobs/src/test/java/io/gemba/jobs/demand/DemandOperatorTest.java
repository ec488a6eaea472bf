package io.gemba.jobs.demand;

import static io.gemba.jobs.demand.DemandHarness.NOON;
import static io.gemba.jobs.demand.DemandHarness.TODAY;
import static io.gemba.jobs.demand.DemandHarness.sale;
import static io.gemba.jobs.demand.DemandHarness.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DemandOperatorTest {
  private static final int ENTRIES_A_PLACE = 1;

  @RegisterExtension final DemandHarness harness = new DemandHarness();

  @Test
  void totals_whenQuiet_giveOneForecastAndLeaveNoTimer() throws Exception {
    for (int back = 60; back >= 1; back--) {
      take(total("soup", "a", TODAY.minusDays(back), 5, 0));
    }
    int pending = harness.timers();

    quiet(2);

    Forecast forecast = harness.forecasts().get(0);
    assertThat(pending).isEqualTo(1);
    assertThat(harness.forecasts()).hasSize(1);
    assertThat(forecast.id()).isEqualTo("soup@a/2026-11-21/0");
    assertThat(forecast.origin()).isEqualTo(TODAY.minusDays(1));
    assertThat(forecast.mean())
        .hasSize(28)
        .allSatisfy(mean -> assertThat(mean).isCloseTo(5, within(0.01)));
    assertThat(forecast.levels()).containsExactly(0.1, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99);
    assertThat(harness.timers()).isZero();
    assertThat(harness.keyedEntries()).isEqualTo(2 * ENTRIES_A_PLACE);
  }

  @Test
  void salesOfToday_waitForTheNextDay() throws Exception {
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    quiet(2);
    int before = harness.forecasts().size();

    take(sale("s1", "soup", "a", TODAY, 8));
    quiet(12);
    take(sale("s2", "soup", "a", TODAY, 1));
    quiet(14);

    assertThat(before).isEqualTo(1);
    assertThat(harness.forecasts()).hasSize(1);
    assertThat(harness.timers()).isZero();
  }

  @Test
  void firstSaleOfADay_completesTheDayBeforeForAllItems() throws Exception {
    take(sale("s1", "soup", "a", TODAY.minusDays(2), 4));
    take(sale("s2", "feta", "a", TODAY.minusDays(2), 2));
    take(sale("s3", "feta", "a", TODAY.minusDays(1), 2));
    take(sale("s4", "feta", "a", TODAY, 2));

    quiet(2);

    Map<String, LocalDate> origins =
        harness.forecasts().stream().collect(Collectors.toMap(Forecast::item, Forecast::origin));
    Forecast soup = forecastOf("soup");
    assertThat(origins).isEqualTo(Map.of("soup", TODAY.minusDays(1), "feta", TODAY.minusDays(1)));
    assertThat(soup.mean().get(0)).as("4 and 0 sold").isBetween(1.0, 3.0);
  }

  @Test
  void lateTotal_correctsTheSameOriginWithAnotherRevision() throws Exception {
    for (int back = 10; back >= 1; back--) {
      take(total("soup", "a", TODAY.minusDays(back), 5, 0));
    }
    quiet(2);

    take(total("soup", "a", TODAY.minusDays(4), 15, 1));
    quiet(4);

    List<Forecast> forecasts = harness.forecasts();
    assertThat(forecasts)
        .extracting(Forecast::id)
        .containsExactly("soup@a/2026-11-21/0", "soup@a/2026-11-21/1");
    assertThat(sum(forecasts.get(1).mean())).isGreaterThan(sum(forecasts.get(0).mean()));
  }

  @Test
  void repeats_sayNothing() throws Exception {
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    take(sale("s1", "feta", "a", TODAY, 1));
    quiet(2);
    int before = harness.forecasts().size();

    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    take(sale("s1", "feta", "a", TODAY, 1));
    int pending = harness.timers();
    quiet(20);

    assertThat(pending).isZero();
    assertThat(harness.forecasts()).hasSize(before);
  }

  @Test
  void anyOrder_endsWithTheSameForecasts() throws Exception {
    List<Demand> demand = demand(new Random(3));
    Map<String, List<List<Double>>> inOrder = forecastsOf(demand);

    for (long seed = 1; seed <= 5; seed++) {
      List<Demand> shuffled = new ArrayList<>(demand);
      Collections.shuffle(shuffled, new Random(seed));

      Map<String, List<List<Double>>> inDisorder = forecastsOf(shuffled);

      assertThat(inDisorder).as("seed %d", seed).isEqualTo(inOrder);
    }
    List<Demand> reversed = new ArrayList<>(demand);
    Collections.reverse(reversed);
    assertThat(forecastsOf(reversed)).as("reversed").isEqualTo(inOrder);
  }

  @Test
  void continuousInput_speaksEveryTenSecondsOnly() throws Exception {
    for (int second = 0; second < 30; second++) {
      take(total("soup", "a", TODAY.minusDays(1), 5 + second, second));
      quiet(second + 1);
    }

    assertThat(harness.forecasts())
        .extracting(Forecast::madeAt)
        .containsExactly(
            Instant.ofEpochMilli(NOON + 10_000),
            Instant.ofEpochMilli(NOON + 20_000),
            Instant.ofEpochMilli(NOON + 30_000));
    assertThat(harness.timers()).isZero();
  }

  @Test
  void history_streamingIn_speaksWhenItEnds() throws Exception {
    for (int second = 0; second < 60; second++) {
      take(total("soup", "a", TODAY.minusDays(200 - second), 5, 0));
      quiet(second + 1);
    }
    int before = harness.forecasts().size();

    quiet(62);

    assertThat(before).isZero();
    assertThat(harness.forecasts())
        .extracting(Forecast::origin)
        .containsExactly(TODAY.minusDays(141));
  }

  @Test
  void olderHistory_behindRecentDays_waitsUntilItEnds() throws Exception {
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    quiet(2);
    for (int second = 2; second < 60; second++) {
      take(total("soup", "a", TODAY.minusDays(300 - second), 5, 0));
      quiet(second + 1);
    }
    int before = harness.forecasts().size();

    take(total("soup", "a", TODAY.minusDays(2), 9, 0));
    quiet(62);

    assertThat(before).as("of the recent day only").isEqualTo(1);
    assertThat(harness.forecasts()).hasSize(2);
  }

  @Test
  void olderHistory_rightAfterRecentDays_doesNotHoldThemBack() throws Exception {
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    for (int second = 1; second <= 3; second++) {
      take(total("soup", "a", TODAY.minusDays(300 - second), 5, 0));
      quiet(second);
    }

    assertThat(harness.forecasts()).hasSize(1);
  }

  @Test
  void twoPlaces_doNotMix() throws Exception {
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    take(total("soup", "b", TODAY.minusDays(3), 50, 0));

    quiet(2);

    List<Forecast> forecasts = harness.forecasts();
    assertThat(forecasts).extracting(Forecast::key).containsExactlyInAnyOrder("soup@a", "soup@b");
    assertThat(forecasts)
        .extracting(Forecast::origin)
        .containsExactlyInAnyOrder(TODAY.minusDays(1), TODAY.minusDays(3));
  }

  @Test
  void restored_goesOnWhereItWas() throws Exception {
    for (int back = 10; back >= 1; back--) {
      take(total("soup", "a", TODAY.minusDays(back), 5, 0));
    }
    take(sale("s1", "soup", "a", TODAY, 3));
    quiet(2);
    take(total("soup", "a", TODAY.minusDays(2), 9, 1));
    OperatorSubtaskState snapshot = harness.snapshot();

    harness.restart(snapshot);
    quiet(2);
    take(sale("s1", "soup", "a", TODAY, 3));
    quiet(6);

    assertThat(harness.forecasts()).extracting(Forecast::id).containsExactly("soup@a/2026-11-21/1");
    assertThat(harness.timers()).isZero();
  }

  @Test
  void snapshot_takenThenChanged_keepsWhatItWas() throws Exception {
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    OperatorSubtaskState snapshot = harness.snapshot();
    take(total("soup", "a", TODAY.minusDays(1), 50, 1));

    harness.restart(snapshot);
    quiet(2);

    assertThat(forecastOf("soup").mean().get(0)).isCloseTo(5, within(0.01));
  }

  @Test
  void unusable_becomesADeadLetterWithTheFix() throws Exception {
    take(total("caviar", "a", TODAY, 5, 0));
    take(total("soup", "moon", TODAY, 5, 0));
    take(total("soup", "a", TODAY.plusDays(3), 5, 0));
    take(total("soup", "a", TODAY, 1e9, 0));
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    take(total("soup", "a", TODAY.minusDays(900), 5, 0));
    take(sale("s", "soup", "a", TODAY.minusDays(20), 5));
    quiet(2);

    assertThat(reasons())
        .satisfiesExactly(
            reason -> assertThat(reason).contains("'caviar' is not in the site file"),
            reason -> assertThat(reason).contains("'moon' is not in the site file"),
            reason -> assertThat(reason).contains("more than a day ahead"),
            reason -> assertThat(reason).contains("quantity (1.0E9)"),
            reason -> assertThat(reason).contains("more than 768 days before"),
            reason -> assertThat(reason).contains("Send the day's total instead"));
    assertThat(harness.forecasts()).hasSize(1);
  }

  @Test
  void itemThatLagsBehindTheRing_leavesTheState() throws Exception {
    take(total("feta", "a", TODAY.minusDays(900), 5, 0));
    take(total("soup", "a", TODAY.minusDays(900), 5, 0));
    quiet(2);
    take(total("soup", "a", TODAY.minusDays(1), 5, 0));
    quiet(4);
    int before = harness.forecasts().size();

    take(total("feta", "a", TODAY.minusDays(899), 5, 0));
    quiet(6);

    Forecast again = harness.forecasts().get(before);
    assertThat(again.id())
        .as("begins anew")
        .isEqualTo("feta@a/%s/0".formatted(TODAY.minusDays(899)));
    assertThat(again.mean().get(0)).isCloseTo(5, within(0.01));
  }

  private Forecast forecastOf(String item) {
    return harness.forecasts().stream()
        .filter(forecast -> forecast.item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private List<String> reasons() {
    return harness.refused().stream().map(DeadLetter::reason).toList();
  }

  private void take(Demand demand) throws Exception {
    harness.take(demand);
  }

  private void quiet(int seconds) throws Exception {
    harness.quiet(seconds);
  }

  /** The last forecast of each key: means and quantiles. */
  private static Map<String, List<List<Double>>> forecastsOf(List<Demand> demand) throws Exception {
    try (DemandHarness fresh = new DemandHarness()) {
      fresh.open();
      for (int i = 0; i < demand.size(); i++) {
        fresh.take(demand.get(i));
        if (i % 100 == 0) {
          fresh.at(NOON + i * 40L);
        }
      }
      fresh.at(NOON + 10_000_000);
      return fresh.forecasts().stream()
          .collect(
              Collectors.toMap(
                  forecast -> forecast.key() + forecast.origin(),
                  forecast ->
                      List.of(
                          forecast.mean(), forecast.daily().get(3), forecast.cumulative().get(5)),
                  (first, last) -> last))
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().endsWith(TODAY.minusDays(1).toString()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private static List<Demand> demand(Random random) {
    List<Demand> demand = new ArrayList<>();
    for (String item : List.of("soup", "feta")) {
      for (String place : List.of("a", "b")) {
        for (int back = 90; back >= 6; back--) {
          demand.add(total(item, place, TODAY.minusDays(back), random.nextInt(9), 0));
          if (random.nextInt(8) == 0) {
            demand.add(total(item, place, TODAY.minusDays(back), random.nextInt(9), 1));
          }
        }
        for (int back = 5; back >= 0; back--) {
          for (int i = 0; i < 4; i++) {
            demand.add(
                sale(
                    item + place + back + "-" + i,
                    item,
                    place,
                    TODAY.minusDays(back),
                    1 + random.nextInt(3)));
          }
        }
      }
    }
    return demand;
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
