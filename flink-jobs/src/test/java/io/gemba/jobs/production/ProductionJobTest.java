package io.gemba.jobs.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.TestEnvironment;
import io.gemba.jobs.stream.TestSink;
import io.gemba.jobs.stream.TestSite;
import io.gemba.message.Bottleneck;
import io.gemba.message.CapacityLoss;
import io.gemba.message.ControlChart;
import io.gemba.message.DeadLetter;
import io.gemba.message.Episode;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.message.ProductionWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The whole graph on a MiniCluster, without a broker. */
final class ProductionJobTest {
  private static final Instant SIX = Instant.parse("2026-11-20T06:00:00Z");

  @Test
  void hourWithOneStop_closed_saysWhatItLostAndForHowLong() throws Exception {
    List<MachineState> states = new ArrayList<>();
    for (int minute = 0; minute < 62; minute++) {
      boolean down = minute >= 30 && minute < 40;
      states.add(
          new MachineState(
              "filler",
              SIX.plusSeconds(60L * minute),
              minute,
              down ? State.DOWN : State.RUNNING,
              down ? "bearing" : null,
              "soup",
              down ? 0 : 9,
              down ? 0 : 1));
    }
    states.add(new MachineState("nobody", SIX, 1, State.RUNNING, null, null, 1, 0));
    TestSink<ProductionWindow> windows = new TestSink<>();
    TestSink<CapacityLoss> losses = new TestSink<>();
    TestSink<Bottleneck> bottlenecks = new TestSink<>();
    TestSink<ControlChart> charts = new TestSink<>();
    TestSink<DeadLetter> unusable = new TestSink<>();

    StreamExecutionEnvironment env = TestEnvironment.create();
    ProductionJob.build(
        new ProductionJob.Inputs(
            env.fromData(states, MessageTypes.of(MachineState.class)).uid("states"),
            env.fromData(List.<Episode>of(alarm()), MessageTypes.of(Episode.class)).uid("alarms")),
        TestSite.create(),
        new ProductionJob.Outputs(windows, losses, bottlenecks, charts, unusable));
    env.execute("production-test");

    ProductionWindow hour =
        windows.written().stream().filter(ProductionWindow::closed).findFirst().orElseThrow();
    assertThat(hour.start()).isEqualTo(SIX);
    assertThat(hour.shift()).isEqualTo("E");
    assertThat(hour.availability()).isCloseTo(50 / 60.0, Offset.offset(1e-9));
    assertThat(hour.quality()).isCloseTo(0.9, Offset.offset(1e-9));
    assertThat(hour.lostMinutes()).containsEntry("bearing", 10.0);
    assertThat(losses.written()).extracting(CapacityLoss::open).startsWith(true).endsWith(false);
    CapacityLoss last = losses.written().get(losses.written().size() - 1);
    assertThat(last.lostUnits()).isCloseTo(100, Offset.offset(1e-9));
    assertThat(last.lostCents()).isEqualTo(3_500);
    assertThat(bottlenecks.written())
        .filteredOn(Bottleneck::closed)
        .first()
        .satisfies(
            first -> {
              assertThat(first.line()).isEqualTo("line");
              assertThat(first.shares()).containsExactly(new Bottleneck.Share("filler", 60, 0));
            });
    assertThat(charts.written())
        .first()
        .satisfies(
            chart -> {
              assertThat(chart.subject()).isEqualTo("filler");
              assertThat(chart.points()).extracting(ControlChart.Point::value).containsExactly(0.1);
            });
    assertThat(unusable.written()).extracting(DeadLetter::key).containsExactly("nobody");
  }

  private static Episode alarm() {
    Instant onset = SIX.plusSeconds(29 * 60);
    return new Episode(
        "a",
        0,
        Episode.Kind.ANOMALY,
        "filler/pressure",
        "filler",
        "level",
        Episode.State.OPEN,
        Episode.Severity.HIGH,
        7,
        onset,
        onset,
        null,
        9,
        null,
        null,
        "It is high.",
        List.of());
  }
}
