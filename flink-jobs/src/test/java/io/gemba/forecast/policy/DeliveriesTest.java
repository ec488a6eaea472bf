package io.gemba.forecast.policy;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeliveriesTest {
  private static final int MONDAY_23 = (int) LocalDate.of(2026, 11, 23).toEpochDay();

  @Test
  void arrivals_onTime_areOneDay() {
    assertThat(new Deliveries(2, List.of()).arrivalsOfOrderOn(MONDAY_23))
        .containsExactly(new Deliveries.Arrival(MONDAY_23 + 2, MONDAY_23 + 3, 1));
  }

  @Test
  void arrivals_deviationOfADay_areAroundTheUsualDayAndAddUp() {
    List<Deliveries.Arrival> arrivals =
        new Deliveries(5, 1, List.of()).arrivalsOfOrderOn(MONDAY_23);

    assertThat(arrivals).hasSize(7);
    assertThat(arrivals.get(3).day()).isEqualTo(MONDAY_23 + 5);
    assertThat(arrivals.get(3).chance())
        .as("1 / sum of exp(-k^2 / 2)")
        .isCloseTo(0.399, within(0.002));
    assertThat(arrivals.stream().mapToDouble(Deliveries.Arrival::chance).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void arrivals_weekdays_gatherWhatWaitsForThem() {
    List<Deliveries.Arrival> arrivals =
        new Deliveries(3, 1, List.of(MONDAY, FRIDAY)).arrivalsOfOrderOn(MONDAY_23);

    // leads of 0 to 6 days: the order's own Monday, the Friday after it, the next Monday
    assertThat(arrivals)
        .extracting(Deliveries.Arrival::day)
        .containsExactly(MONDAY_23, MONDAY_23 + 4, MONDAY_23 + 7);
    assertThat(arrivals)
        .extracting(Deliveries.Arrival::next)
        .containsExactly(MONDAY_23 + 4, MONDAY_23 + 7, MONDAY_23 + 11);
    assertThat(arrivals.get(1).chance()).as("1 to 4 days").isCloseTo(0.936, within(0.002));
  }
}
