package io.gemba.sensors.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gemba.message.ControlChart.Capability;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against printed tables and worked examples. */
final class ControlLinesTest {
  private static final Offset<Double> ROUNDED = Offset.offset(2e-3);

  @ParameterizedTest
  @CsvSource({ // Montgomery, appendix VI: n, A2, D3, D4, d2
    "2, 1.880, 0, 3.267, 1.128",
    "3, 1.023, 0, 2.574, 1.693",
    "4, 0.729, 0, 2.282, 2.059",
    "5, 0.577, 0, 2.114, 2.326",
    "6, 0.483, 0, 2.004, 2.534",
    "7, 0.419, 0.076, 1.924, 2.704",
    "10, 0.308, 0.223, 1.777, 3.078",
    "15, 0.223, 0.347, 1.653, 3.472",
    "25, 0.153, 0.459, 1.541, 3.931"
  })
  void constants_areThoseOfTheTable(int size, double a2, double d3, double d4, double d2) {
    assertThat(ShewhartConstants.a2(size)).isCloseTo(a2, ROUNDED);
    assertThat(ShewhartConstants.d3(size)).isCloseTo(d3, ROUNDED);
    assertThat(ShewhartConstants.d4(size)).isCloseTo(d4, ROUNDED);
    assertThat(ShewhartConstants.d2(size)).isCloseTo(d2, ROUNDED);
  }

  @Test
  void subgroupSize_outsideTheTable_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShewhartConstants.d2(26))
        .withMessageContaining("26");
  }

  @Test
  void individuals_ofTheFlowRates_haveTheLimitsOfTheHandbook() {
    // NIST/SEMATECH e-Handbook, 6.3.2.2
    double[] flow = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    double[] moving = new double[flow.length - 1];
    for (int i = 0; i < moving.length; i++) {
      moving[i] = Math.abs(flow[i + 1] - flow[i]);
    }

    ControlLines lines = ControlLines.ofIndividuals(mean(flow), mean(moving));

    assertThat(lines.centre()).isCloseTo(50.81, Offset.offset(1e-9));
    assertThat(lines.upper()).isCloseTo(55.8041, Offset.offset(1e-4));
    assertThat(lines.lower()).isCloseTo(45.8159, Offset.offset(1e-4));
  }

  @Test
  void shares_ofTheWafers_haveTheLimitsOfTheHandbook() {
    // NIST/SEMATECH e-Handbook, 6.3.3.2: 347 of 30 x 50 chips
    ControlLines lines = ControlLines.ofShares(347 / 1500.0, 50);

    assertThat(lines.upper()).isCloseTo(0.4102, Offset.offset(1e-4));
    assertThat(lines.lower()).isCloseTo(0.0524, Offset.offset(1e-4));
    assertThat(lines.contains(24 / 50.0)).isFalse();
    assertThat(ControlLines.ofShares(0.01, 10).lower()).isZero();
  }

  @Test
  void meansAndRanges_ofTheVanes_haveTheLimitsOfTheBook() {
    // Montgomery: x-bar-bar 33.32, R-bar 5.8, 5 vanes a subgroup
    ControlLines means = ControlLines.ofMeans(33.32, 5.8, 5);
    ControlLines ranges = ControlLines.ofRanges(5.8, 5);

    assertThat(means.upper()).isCloseTo(36.67, Offset.offset(0.01));
    assertThat(means.lower()).isCloseTo(29.97, Offset.offset(0.01));
    assertThat(ranges.upper()).isCloseTo(12.27, Offset.offset(0.01));
    assertThat(ranges.lower()).isZero();
  }

  @Test
  void capability_ofTheHandbooksProcess_isTheHandbooks() {
    // NIST/SEMATECH e-Handbook, 6.1.6: limits 8 and 20, mean 16, deviation 2
    Capability capability = new CapabilityRule(8.0, 20.0).of(16, 2, 4);

    assertThat(capability).isEqualTo(new Capability(1.0, 4 / 6.0, 0.5, 4 / 12.0));
    assertThat(new CapabilityRule(null, 20.0).of(16, 2, 2))
        .isEqualTo(new Capability(null, 4 / 6.0, null, 4 / 6.0));
    assertThat(new CapabilityRule(null, null).of(16, 2, 2)).isNull();
    assertThat(new CapabilityRule(8.0, null).of(16, 0, 2)).isNull();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }
}
