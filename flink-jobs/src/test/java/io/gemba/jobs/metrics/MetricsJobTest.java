package io.gemba.jobs.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.TestSink;
import io.gemba.message.Cost;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Episode;
import io.gemba.message.Forecast;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Reading;
import io.gemba.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole graph on a MiniCluster with the real client and a store that is away at first. */
@Timeout(180)
class MetricsJobTest {
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final int READINGS = 23_000;
  private static final int SENSORS = 7;

  @Test
  void storeIsAwayAtFirst_everyPointArrivesInItsPlace() throws Exception {
    TestSink<DeadLetter> refusedByStore = new TestSink<>();
    TestSink<DeadLetter> refusedByJob = new TestSink<>();

    try (TestTimeSeriesServer server = new TestTimeSeriesServer(7)) {
      StreamExecutionEnvironment env = environment();
      Settings.TimeSeries store =
          new Settings.TimeSeries(false, server.url(), "works", "plant", null);
      new MetricsJob(Clock.systemUTC())
          .build(sources(env), ZoneOffset.UTC, new TimeSeriesSink(store, refusedByStore))
          .sinkTo(refusedByJob)
          .uid("refused");
      env.execute("metrics-test");

      Map<String, String> points = server.points();
      assertThat(points).hasSize(READINGS + 4);
      for (int i = 0; i < READINGS; i++) {
        assertThat(points)
            .containsEntry("readings,sensor=m/s" + i % SENSORS + nanos(i), "value=" + i + ".0");
      }
      assertThat(points)
          .containsEntry(
              "costs,kind=STOCK,place=north,id=c-1" + nanos(0), "cents=70i,baseline_cents=90i")
          .containsEntry(
              "anomalies,sensor=m/s1,id=e-1" + nanos(0),
              "severity=3i,score=9.0,open=1i,revision=0i")
          .containsEntry(
              "production,machine=m" + nanos(0),
              "availability=1.0,performance=1.0,quality=1.0,oee=1.0,lost_minutes=0.0,lost_cents=0i")
          .containsEntry(
              "forecast_errors,item=oat-bar,place=store-3 1795132800000000000",
              "actual=7.0,forecast=5.0,error=-2.0,model=5.0,model_error=-2.0");
      assertThat(refusedByStore.written())
          .extracting(letter -> new String(letter.original(), UTF_8))
          .containsExactly(
              "costs,kind=STOCK,place=REFUSE,id=c-2 cents=1i,baseline_cents=1i" + nanos(0));
      assertThat(refusedByStore.written().get(0).reason()).contains("400").contains("cannot parse");
      assertThat(refusedByJob.written())
          .singleElement()
          .extracting(DeadLetter::source)
          .isEqualTo("gemba.readings");
      assertThat(server.queries())
          .allSatisfy(
              query ->
                  assertThat(query)
                      .contains("org=works")
                      .contains("bucket=plant")
                      .contains("precision=ns"));
      assertThat(server.requests()).isGreaterThan(7);
    }
  }

  private static MetricsJob.Sources sources(StreamExecutionEnvironment env) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      readings.add(new Reading("m/s" + i % SENSORS, AT.toEpochMilli() + i, i, i, 0));
    }
    readings.add(new Reading("m/s0", Long.MAX_VALUE, 1, 0, 0));
    long now = AT.toEpochMilli();
    readings.add(new Reading("m/of-a-clock-ahead", now + 86_400_000, 1, 0, now));
    return new MetricsJob.Sources(
        stream(env, Reading.class, readings),
        stream(
            env,
            Cost.class,
            List.of(cost("c-1", "north", 80), cost("c-2", "REFUSE", 1), cost("c-1", "north", 70))),
        stream(env, ProductionWindow.class, List.of(window())),
        stream(env, Episode.class, List.of(episode())),
        stream(env, Forecast.class, List.of(forecast())),
        stream(env, Demand.class, List.of(total())));
  }

  private static <T> DataStream<T> stream(
      StreamExecutionEnvironment env, Class<T> type, List<T> messages) {
    return env.fromData(messages, MessageTypes.of(type)).uid(type.getSimpleName());
  }

  private static Cost cost(String id, String place, long cents) {
    long baselineCents = place.equals("north") ? 90 : 1;
    return new Cost(id, AT, Cost.Kind.STOCK, place, "r-1", cents, baselineCents, "", List.of());
  }

  private static ProductionWindow window() {
    return new ProductionWindow(
        "w",
        0,
        "m",
        AT,
        AT.plusSeconds(60),
        "",
        1,
        1,
        1,
        1,
        1,
        1,
        0,
        Map.of(),
        0,
        false,
        List.of(),
        0,
        List.of());
  }

  private static Episode episode() {
    return new Episode(
        "e-1",
        0,
        Episode.Kind.ANOMALY,
        "m/s1",
        "m",
        "residual",
        Episode.State.OPEN,
        Episode.Severity.CRITICAL,
        9,
        AT,
        AT,
        null,
        1,
        null,
        null,
        "",
        List.of());
  }

  private static Forecast forecast() {
    return new Forecast(
        "f-1",
        "oat-bar",
        "store-3",
        DAY.minusDays(1),
        0,
        AT,
        "ma28",
        List.of(5.0),
        List.of(0.5),
        List.of(List.of(5.0)),
        List.of(List.of(5.0)));
  }

  private static Demand total() {
    return new Demand("d-1", Demand.Kind.DAY_TOTAL, "oat-bar", "store-3", AT, 7, 100, false, 0);
  }

  private static String nanos(int afterMillis) {
    return " " + (AT.toEpochMilli() + afterMillis) + "000000";
  }

  private static StreamExecutionEnvironment environment() {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    return StreamExecutionEnvironment.getExecutionEnvironment(options);
  }
}
