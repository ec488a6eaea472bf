package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.Forecaster;
import io.gemba.jobs.TestFeed;
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
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A running job on a MiniCluster that is handed models: it is never started again. */
final class ModelTakeoverTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
  private static final Instant MADE_AT = Instant.parse("2026-11-21T00:00:00Z");

  private final TestFeed<Demand> demand = new TestFeed<>(Demand.class);
  private final TestFeed<TrainedModel> models = new TestFeed<>(TrainedModel.class);
  private final TestSink<Forecast> forecasts = new TestSink<>();

  @Test
  void modelThatBeatsTheFallback_isServedFromTheNextDayOn_andOneThatDoesNotGivesWayToIt()
      throws Exception {
    TrainedModel good = TestModels.trained(FIRST, TestModels::payday, MADE_AT);
    TrainedModel wrong = TestModels.trained(FIRST, TestModels::monthEnd, MADE_AT.plusSeconds(1));
    StreamExecutionEnvironment env = job();

    TestJob.run(
        env,
        () -> {
          demand.send(TestModels.totals(FIRST, TestModels::payday));
          awaitForecasts(FIRST, Forecaster.MODEL);

          models.send(List.of(good));
          demand.send(day(FIRST.plusDays(1)));
          awaitForecasts(FIRST.plusDays(1), good.name());

          models.send(List.of(wrong));
          demand.send(day(FIRST.plusDays(2)));
          awaitForecasts(FIRST.plusDays(2), Forecaster.MODEL);
        });

    assertThat(served(FIRST)).containsOnly(Forecaster.MODEL).hasSize(9);
    assertThat(served(FIRST.plusDays(1))).containsOnly(good.name()).hasSize(9);
    assertThat(served(FIRST.plusDays(2))).containsOnly(Forecaster.MODEL).hasSize(9);
    // December's first ten days sell twice as well; the moving average cannot know
    assertThat(rise(FIRST)).isBetween(0.8, 1.2);
    assertThat(rise(FIRST.plusDays(1))).isBetween(1.5, 2.5);
  }

  private StreamExecutionEnvironment job() {
    StreamExecutionEnvironment env = TestJob.environment();
    DemandJob.Results results =
        DemandJob.build(
            new DemandJob.Inputs(
                demand.stream(env),
                new TestFeed<>(Stock.class).stream(env),
                new TestFeed<>(Price.class).stream(env),
                models.stream(env),
                new TestFeed<>(ForecastOverride.class).stream(env)),
            TestShop.site());
    results.forecasts().sinkTo(forecasts).uid("forecasts");
    results.workloads().sinkTo(new TestSink<Workload>()).uid("workloads");
    results.deadLetters().sinkTo(new TestSink<DeadLetter>()).uid("dead-letters");
    return env;
  }

  private void awaitForecasts(LocalDate origin, String model) throws InterruptedException {
    TestJob.await(() -> served(origin).stream().filter(model::equals).count() == 9);
  }

  /** Model of the newest forecast of each series from a day. */
  private List<String> served(LocalDate origin) {
    return newest(origin).values().stream().map(Forecast::model).toList();
  }

  /** Expected units of the third of December over those of the day before the first. */
  private double rise(LocalDate origin) {
    List<Double> mean = newest(origin).get("soup@a").mean();
    int third = (int) (LocalDate.of(2026, 12, 3).toEpochDay() - origin.toEpochDay()) - 1;
    return mean.get(third) / mean.get(third - 3);
  }

  private Map<String, Forecast> newest(LocalDate origin) {
    return forecasts.written().stream()
        .filter(forecast -> forecast.origin().equals(origin))
        .collect(Collectors.toMap(Forecast::key, forecast -> forecast, (first, last) -> last));
  }

  private static List<Demand> day(LocalDate day) {
    return TestModels.totals(day, TestModels::payday).stream()
        .filter(one -> one.id().endsWith(day.toString()))
        .toList();
  }
}
