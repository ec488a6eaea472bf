package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.OpenDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.jobs.TestShop;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkloadRuleTest {
  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
  private static final int ORIGIN = (int) SUNDAY.toEpochDay();

  private final WorkloadRule rule =
      new WorkloadRule(TestShop.site(), OpenDays.except(Set.of(SUNDAY.plusDays(3))));

  @Test
  void plannedUnits_areAddedOnTheirDaysAndNoDayFallsBelowNothing() {
    List<PlaceTotals> totals = List.of(totals("a", 100, 0));
    List<WorkloadRule.Work> usual = rule.work("warehouse", totals, List.of());
    int first = usual.get(0).day();

    List<WorkloadRule.Work> planned =
        rule.work(
            "warehouse",
            totals,
            List.of(new PlannedWork("warehouse", "soup@a", first, List.of(40.0, -1e6))));

    assertThat(units(planned, first)).isCloseTo(units(usual, first) + 40, within(1e-6));
    assertThat(units(planned, first + 1)).isZero();
    assertThat(units(planned, first + 2)).isEqualTo(units(usual, first + 2));
  }

  private static double units(List<WorkloadRule.Work> work, int day) {
    return work.stream()
        .filter(each -> each.day() == day)
        .findFirst()
        .map(each -> Arrays.stream(each.mean()).sum())
        .orElseThrow();
  }

  @Test
  void work_twoShops_addsTheirMeansForEachTaskAndDay() {
    List<WorkloadRule.Work> work =
        rule.work("warehouse", List.of(totals("a", 100, 0), totals("b", 50, 0)), List.of());

    assertThat(work).hasSize(2 * WorkloadRule.DAYS);
    assertThat(work).extracting(WorkloadRule.Work::task).containsOnly("pick", "pack");
    assertThat(sum(work.get(0).mean())).isCloseTo(150, within(1e-6));
    assertThat(work.get(0).day()).isEqualTo(ORIGIN + 1);
  }

  @Test
  void work_closedDay_isNone() {
    List<WorkloadRule.Work> work = rule.work("warehouse", List.of(totals("a", 100, 0)), List.of());

    WorkloadRule.Work closed =
        work.stream().filter(each -> each.day() == ORIGIN + 3).findFirst().orElseThrow();
    assertThat(sum(closed.mean())).isZero();
    assertThat(sum(closed.units()[6])).isZero();
  }

  @Test
  void work_plant_isSpreadOverTheShifts() {
    List<WorkloadRule.Work> work = rule.work("plant", List.of(totals("a", 80, 0)), List.of());

    double[] mean = work.get(0).mean();
    assertThat(work.get(0).task()).isEqualTo("produce");
    assertThat(mean[5]).isZero();
    assertThat(mean[6]).isCloseTo(10, within(1e-9));
    assertThat(mean[13]).isCloseTo(10, within(1e-9));
    assertThat(mean[14]).isZero();
  }

  @Test
  void work_shopsThatRiseTogether_spreadMoreThanIndependentOnes() {
    float[] noise = noise(new Random(1));
    float[] other = noise(new Random(2));

    List<WorkloadRule.Work> together =
        rule.work(
            "warehouse",
            List.of(totals("a", 100, 0, noise), totals("b", 100, 0, noise)),
            List.of());
    List<WorkloadRule.Work> apart =
        rule.work(
            "warehouse",
            List.of(totals("a", 100, 0, noise), totals("b", 100, 0, other)),
            List.of());

    assertThat(sum(together.get(0).units()[6]) - 200)
        .isGreaterThan(1.1 * (sum(apart.get(0).units()[6]) - 200));
  }

  @Test
  void work_shopThatStoppedAMonthAgo_isLeftOut() {
    List<WorkloadRule.Work> work =
        rule.work("warehouse", List.of(totals("a", 100, 0), totals("gone", 50, 28)), List.of());

    assertThat(sum(work.get(0).mean())).isCloseTo(100, within(1e-6));
  }

  @Test
  void work_quantiles_riseWithTheLevel() {
    List<WorkloadRule.Work> work =
        rule.work("warehouse", List.of(totals("a", 100, 0, noise(new Random(3)))), List.of());

    for (WorkloadRule.Work each : work) {
      for (int hour = 0; hour < 24; hour++) {
        for (int level = 1; level < each.units().length; level++) {
          assertThat(each.units()[level][hour])
              .isGreaterThanOrEqualTo(each.units()[level - 1][hour]);
        }
      }
    }
  }

  @Test
  void work_nobodyHasDemand_isEmpty() {
    assertThat(rule.work("warehouse", List.of(), List.of())).isEmpty();
    assertThat(rule.work("a", List.of(totals("a", 100, 0)), List.of()))
        .as("no task there")
        .isEmpty();
  }

  private static float[] noise(Random random) {
    float[] noise = new float[DemandHistory.DAYS];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) Math.rint(random.nextGaussian() * 30);
    }
    return noise;
  }

  private static PlaceTotals totals(String place, double level, int lag) {
    return totals(place, level, lag, new float[DemandHistory.DAYS]);
  }

  private static PlaceTotals totals(String place, double level, int lag, float[] noise) {
    float[] values = new float[DemandHistory.DAYS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.max(0, level + noise[i]);
    }
    return new PlaceTotals(
        "warehouse", place, ORIGIN - lag, values, level, WeekdayProfile.flat(), new double[24]);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
