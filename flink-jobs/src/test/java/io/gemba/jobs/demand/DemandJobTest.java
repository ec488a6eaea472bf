package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestJob;
import io.gemba.jobs.TestShop;
import io.gemba.jobs.stream.TestSink;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import io.gemba.message.TrainedModel;
import io.gemba.message.Workload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The whole graph on a MiniCluster, without a broker. */
final class DemandJobTest {
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 20);
  private static final TrainedModel MODEL =
      TestModels.trained(YESTERDAY, TestModels::payday, Instant.parse("2026-11-21T00:00:00Z"));
  private static final ForecastOverride OVERRIDE =
      new ForecastOverride(
          "fair",
          0,
          "soup",
          "a",
          YESTERDAY.plusDays(2),
          YESTERDAY.plusDays(3),
          500.0,
          null,
          "Street fair.",
          "ann",
          Instant.parse("2026-11-20T00:00:00Z"),
          false);

  private static final Price PRICE =
      new Price("p1", 0, "lobster", "a", YESTERDAY, null, 900, false);

  @Test
  void daysOfThreeShops_giveEachSeriesAForecastByTheModelAndTheWarehouseItsWork() throws Exception {
    TestSink<Forecast> forecasts = new TestSink<>();
    TestSink<Workload> workloads = new TestSink<>();
    TestSink<DeadLetter> deadLetters = new TestSink<>();
    StreamExecutionEnvironment env = TestJob.environment();
    DemandJob.Results results =
        DemandJob.build(
            new DemandJob.Inputs(
                TestJob.stream(env, Demand.class, demand()),
                TestJob.stream(env, Stock.class, stock()),
                TestJob.stream(env, Price.class, List.of(PRICE)),
                TestJob.stream(env, TrainedModel.class, List.of(MODEL)),
                TestJob.stream(env, ForecastOverride.class, List.of(OVERRIDE))),
            TestShop.site());
    results.forecasts().sinkTo(forecasts).uid("forecasts");
    results.workloads().sinkTo(workloads).uid("workloads");
    results.deadLetters().sinkTo(deadLetters).uid("dead-letters");

    TestJob.runUntil(
        env,
        () ->
            forecasts.written().stream()
                        .filter(forecast -> forecast.model().equals(MODEL.name()))
                        .map(Forecast::key)
                        .distinct()
                        .count()
                    == 9
                && forecasts.written().stream().anyMatch(forecast -> forecast.replaced() != null)
                && workloads.written().stream().map(Workload::id).distinct().count() >= 63);

    assertThat(forecasts.written())
        .extracting(Forecast::key)
        .contains("soup@a", "hummus@b", "feta@c");
    assertThat(forecasts.written()).extracting(Forecast::origin).containsOnly(YESTERDAY);
    assertThat(workloads.written())
        .extracting(Workload::task)
        .contains("pick", "pack", "produce")
        .doesNotContain("drive");
    assertThat(forecasts.written())
        .filteredOn(forecast -> forecast.replaced() != null)
        .isNotEmpty()
        .allSatisfy(
            forecast -> {
              assertThat(forecast.key()).isEqualTo("soup@a");
              assertThat(forecast.mean().subList(1, 3)).containsExactly(500.0, 500.0);
            });
    assertThat(deadLetters.written())
        .extracting(DeadLetter::source, DeadLetter::reason)
        .satisfiesExactlyInAnyOrder(
            letter -> assertThat(letter.toList().toString()).contains("gemba.demand", "caviar"),
            letter -> assertThat(letter.toList().toString()).contains("gemba.prices", "'lobster'"));
  }

  private static List<Stock> stock() {
    return List.of(
        DemandHarness.count("feta", "c", YESTERDAY, 8, 40),
        DemandHarness.count("caviar", "c", YESTERDAY, 8, 40));
  }

  private static List<Demand> demand() {
    List<Demand> demand = TestModels.totals(YESTERDAY, TestModels::payday);
    demand.add(total("caviar", "a", YESTERDAY, 1));
    return demand;
  }

  private static Demand total(String item, String place, LocalDate day, double units) {
    return new Demand(
        item + place + day,
        Demand.Kind.DAY_TOTAL,
        item,
        place,
        day.atTime(12, 0).atZone(TestShop.ZONE).toInstant(),
        units,
        300,
        false,
        0);
  }
}
