package io.gemba.sensors.control;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ControlChart;
import io.gemba.message.ControlChart.Kind;
import io.gemba.message.ControlChart.Point;
import io.gemba.message.ControlChart.Rule;
import io.gemba.message.ProductionWindow;
import io.gemba.sensors.TestBytes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChartsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final long MINUTE = 60_000;

  @Test
  void subgroups_ofASteadyProcess_learnItsLinesAndCapability() {
    SubgroupChart chart = new SubgroupChart(new ControlPlan(5, MINUTE, 7.0, 13.0));

    ControlChart last = last(feed(chart, new Random(3), 0, 200, 0));

    assertThat(last.kind()).isEqualTo(Kind.XBAR_RANGE);
    assertThat(last.revision()).isEqualTo(200);
    assertThat(last.points()).hasSize(25);
    assertThat(requireNonNull(last.lines()).centre()).isCloseTo(10, Offset.offset(0.3));
    assertThat(requireNonNull(last.lines()).upper())
        .isCloseTo(10 + 3 / Math.sqrt(5), Offset.offset(0.35));
    assertThat(requireNonNull(last.capability()).cp()).isCloseTo(1, Offset.offset(0.2));
    assertThat(requireNonNull(last.capability()).ppk()).isCloseTo(1, Offset.offset(0.3));
  }

  @Test
  void shiftOfTheMean_afterLearning_isSignalledSoon() {
    SubgroupChart chart = new SubgroupChart(new ControlPlan(5, MINUTE, null, null));
    feed(chart, new Random(3), 0, 60, 0);

    List<ControlChart> after = feed(chart, new Random(4), 60, 65, 1.5);

    assertThat(after)
        .anySatisfy(one -> assertThat(newest(one).rules()).contains(Rule.BEYOND_3_SIGMA));
  }

  @Test
  void outliersWhileLearning_areLeftOutOfTheLines() {
    SubgroupChart chart = new SubgroupChart(new ControlPlan(1, MINUTE, null, null));
    ControlChart last = null;
    for (int i = 0; i < 25; i++) {
      last = chart.observe("m/s", i * MINUTE, i == 20 ? 100 : i % 2);
    }

    assertThat(requireNonNull(requireNonNull(last).lines()).centre())
        .isCloseTo(0.5, Offset.offset(0.1));
  }

  @Test
  void singleReadings_moveByTheirDistances_andLateOrSurplusOnesCountForNothing() {
    SubgroupChart chart = new SubgroupChart(new ControlPlan(1, MINUTE, null, null));

    ControlChart first = chart.observe("m/s", 0, 5);
    @Nullable ControlChart surplus = chart.observe("m/s", 1, 50);
    ControlChart second = chart.observe("m/s", MINUTE, 7);
    @Nullable ControlChart late = chart.observe("m/s", 2, 50);

    assertThat(surplus).isNull();
    assertThat(late).isNull();
    assertThat(newest(requireNonNull(first)).spread()).isNull();
    assertThat(newest(requireNonNull(second)).spread()).isEqualTo(2);
    assertThat(requireNonNull(second).lines()).isNull();
  }

  @Test
  void subgroupThatIsNotFilledInItsTime_makesNoPoint() {
    SubgroupChart chart = new SubgroupChart(new ControlPlan(3, MINUTE, null, null));
    chart.observe("m/s", 0, 5);
    chart.observe("m/s", 1, 5);

    assertThat(chart.observe("m/s", MINUTE, 9)).isNull();
    assertThat(chart.observe("m/s", MINUTE + 1, 9)).isNull();
    assertThat(newest(requireNonNull(chart.observe("m/s", MINUTE + 2, 9))).value()).isEqualTo(9);
  }

  @Test
  void constantValues_haveLinesWithoutSignals() {
    SubgroupChart chart = new SubgroupChart(new ControlPlan(2, MINUTE, 0.0, 1.0));
    ControlChart last = null;
    for (int i = 0; i < 80; i++) {
      ControlChart next = chart.observe("m/s", i * MINUTE / 2, 0.5);
      last = next == null ? last : next;
    }

    assertThat(newest(requireNonNull(last)).rules()).doesNotContain(Rule.BEYOND_3_SIGMA);
    assertThat(last.capability()).isNull();
  }

  @Test
  void charts_writtenAndReadAnywhere_goOnTheSame() throws IOException {
    for (int points = 0; points < 40; points += 3) {
      SubgroupChart chart = new SubgroupChart(new ControlPlan(5, MINUTE, 7.0, null));
      feed(chart, new Random(3), 0, points, 0);
      chart.observe("m/s", points * MINUTE, 10);
      SubgroupChart read = SubgroupChart.read(TestBytes.in(chart::write), SubgroupChart.LAYOUT);

      assertThat(read.plan()).isEqualTo(chart.plan());
      assertThat(feed(read, new Random(5), points + 1, 45, 0))
          .isEqualTo(feed(chart, new Random(5), points + 1, 45, 0));
    }
  }

  @Test
  void scrap_ofTheWafers_findsTheBadOnes() {
    // NIST/SEMATECH e-Handbook, 6.3.3.2: wafers 15 and 23 of 30 are out of control; without them,
    // as Montgomery goes on with these data, 21 is too
    int[] bad = {
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9
    };
    ScrapChart chart = new ScrapChart();
    ControlChart twentyFifth = null;
    for (int i = 0; i < bad.length; i++) {
      twentyFifth = chart.observe(hour(i, 50 - bad[i], bad[i], true));
    }

    assertThat(requireNonNull(twentyFifth).points())
        .filteredOn(point -> point.rules().contains(Rule.BEYOND_3_SIGMA))
        .extracting(Point::at)
        .containsExactly(
            NOON.plusSeconds(14 * 3600), NOON.plusSeconds(20 * 3600), NOON.plusSeconds(22 * 3600));
  }

  @Test
  void scrap_openEmptyAndCorrectedHours() throws IOException {
    ScrapChart chart = new ScrapChart();

    assertThat(chart.observe(hour(0, 10, 2, false))).isNull();
    assertThat(chart.observe(hour(0, 0, 0, true))).isNull();
    chart.observe(hour(0, 90, 10, true));
    chart.observe(hour(1, 50, 50, true));
    ScrapChart read = ScrapChart.read(TestBytes.in(chart::write), ScrapChart.LAYOUT);
    ControlChart corrected = requireNonNull(read.observe(hour(0, 80, 20, true)));

    assertThat(corrected.points()).extracting(Point::value).containsExactly(0.2, 0.5);
    assertThat(corrected.revision()).isEqualTo(3);
    assertThat(corrected.kind()).isEqualTo(Kind.PROPORTION);
  }

  private static List<ControlChart> feed(
      SubgroupChart chart, Random random, int from, int to, double shift) {
    List<ControlChart> charts = new ArrayList<>();
    for (int minute = from; minute < to; minute++) {
      for (int i = 0; i < 6; i++) {
        double value = 10 + shift + random.nextGaussian();
        ControlChart next = chart.observe("m/s", minute * MINUTE + i * 1000L, value);
        if (next != null) {
          charts.add(next);
        }
      }
    }
    return charts;
  }

  private static ControlChart last(List<ControlChart> charts) {
    return charts.get(charts.size() - 1);
  }

  private static Point newest(ControlChart chart) {
    return chart.points().get(chart.points().size() - 1);
  }

  private static ProductionWindow hour(int number, long good, long scrap, boolean closed) {
    return new ProductionWindow(
        "w" + number,
        0,
        "m",
        NOON.plusSeconds(3600L * number),
        NOON.plusSeconds(3600L * number + 3600),
        "",
        60,
        1,
        1,
        1,
        1,
        good,
        scrap,
        Map.of(),
        0,
        closed,
        List.of(),
        0,
        List.of());
  }
}
