package io.gemba.planner.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Bottleneck;
import io.gemba.planner.TestSite;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BottleneckSumTest {
  @Test
  void twoHours_sumTheirMinutes_andTheLaterSaysWhichIsNow() {
    BottleneckSum sum =
        BottleneckSum.of(
            List.of(
                hour(0, "filler", new Bottleneck.Share("filler", 40, 5)),
                hour(
                    1,
                    "cooker",
                    new Bottleneck.Share("cooker", 30, 10),
                    new Bottleneck.Share("filler", 20, 10))));

    assertThat(sum.isNow("cooker")).isTrue();
    assertThat(sum.isNow("filler")).isFalse();
    assertThat(sum.soleMinutes("filler")).isEqualTo(60);
    assertThat(sum.shiftingMinutes("filler")).isEqualTo(15);
    assertThat(sum.soleMinutes("packer")).isZero();
  }

  private static Bottleneck hour(int number, String now, Bottleneck.Share... shares) {
    return new Bottleneck(
        "b" + number,
        0,
        "line",
        TestSite.NOW.plus(Duration.ofHours(number)),
        TestSite.NOW.plus(Duration.ofHours(number + 1)),
        false,
        now,
        TestSite.NOW,
        List.of(shares));
  }
}
