package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Workload;
import io.gemba.planner.TestSite;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  @Test
  void coveredShare_isTheNewsvendorFractile() {
    assertThat(Quantiles.coveredShare(6000, 2000, 400)).isEqualTo(0.625, CLOSE);
    assertThat(Quantiles.coveredShare(5900, 2000, 400)).isEqualTo(3900 / 6300.0, CLOSE);
  }

  @Test
  void coveredShare_ofWorkNotWorthCovering_isTheMedian() {
    assertThat(Quantiles.coveredShare(1000, 2000, 400)).isEqualTo(0.5);
  }

  @Test
  void units_betweenLevels_areOnTheLine_andFlatOutside() {
    Workload work = workload();

    assertThat(Quantiles.units(work, 0, 0.5)).isEqualTo(20, CLOSE);
    assertThat(Quantiles.units(work, 0, 0.7)).isEqualTo(30, CLOSE);
    assertThat(Quantiles.units(work, 0, 0.99)).isEqualTo(40, CLOSE);
    assertThat(Quantiles.units(work, 0, 0.01)).isEqualTo(10, CLOSE);
  }

  private static Workload workload() {
    return new Workload(
        "w",
        "warehouse",
        "pick",
        TestSite.TODAY,
        0,
        TestSite.NOW,
        List.of(0.1, 0.5, 0.9),
        List.of(hours(10), hours(20), hours(40)),
        hours(22));
  }

  private static List<Double> hours(double units) {
    return Collections.nCopies(24, units);
  }
}
