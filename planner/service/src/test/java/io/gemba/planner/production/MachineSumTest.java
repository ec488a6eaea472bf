package io.gemba.planner.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ProductionWindow;
import io.gemba.message.ProductionWindow.Kind;
import io.gemba.message.ProductionWindow.Loss;
import io.gemba.planner.TestSite;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MachineSumTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  @Test
  void factors_areThoseOfTheSums() {
    // 60 planned, 30 run at half speed; then 120 planned, 120 run at full speed
    MachineSum sum =
        MachineSum.of(List.of(window("a", 60, 0.5, 0.5, 10, 10), window("b", 120, 1, 1, 80, 0)));

    assertThat(sum.availability()).isEqualTo(150 / 180.0, CLOSE);
    assertThat(sum.performance()).isEqualTo(135 / 150.0, CLOSE);
    assertThat(sum.quality()).isEqualTo(0.9, CLOSE);
    assertThat(sum.oee()).isEqualTo(150 / 180.0 * 0.9 * 0.9, CLOSE);
    assertThat(sum.lossesByReason()).containsEntry("bearing", 10.0);
    assertThat(sum.lostCents()).isEqualTo(1000);
    assertThat(sum.losses())
        .containsExactly(
            new Loss(Kind.BREAKDOWN, "bearing", 2, 10, 800),
            new Loss(Kind.SCRAP, "scrap", 10, 2, 200));
  }

  @Test
  void withoutPlannedTime_thereIsNoOee() {
    assertThat(MachineSum.of(List.of()).oee()).isNull();
  }

  private static ProductionWindow window(
      String id, double planned, double availability, double performance, long good, long scrap) {
    double quality = good / (double) (good + scrap);
    return new ProductionWindow(
        id,
        0,
        "filler",
        TestSite.NOW,
        TestSite.NOW.plusSeconds(3600),
        "E",
        planned,
        availability,
        performance,
        quality,
        availability * performance * quality,
        good,
        scrap,
        Map.of("bearing", 5.0),
        500,
        false,
        List.of(),
        0,
        List.of(
            new Loss(Kind.BREAKDOWN, "bearing", 1, 5, 400),
            new Loss(Kind.SCRAP, "scrap", scrap, 1, 100)));
  }
}
