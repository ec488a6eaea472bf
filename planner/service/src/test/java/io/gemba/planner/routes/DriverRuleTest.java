package io.gemba.planner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Plan;
import io.gemba.planner.TestSite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverRuleTest {

  @Test
  void eachTrip_takesTheDriverWhoseShiftCoversMostOfIt() {
    Map<String, String> drivers =
        DriverRule.of(
            List.of(trip("v1", 6, 12), trip("v2", 10, 18)),
            List.of(shift("early", 6, 14), shift("late", 10, 18)));

    assertThat(drivers).containsOnly(Map.entry("v1", "early"), Map.entry("v2", "late"));
  }

  @Test
  void aDriver_drivesOneVan() {
    Map<String, String> drivers =
        DriverRule.of(List.of(trip("v1", 6, 12), trip("v2", 6, 12)), List.of(shift("ann", 6, 14)));

    assertThat(drivers).containsOnly(Map.entry("v1", "ann"));
  }

  @Test
  void shiftThatDoesNotTouchTheTrip_isNobody() {
    assertThat(DriverRule.of(List.of(trip("v1", 6, 12)), List.of(shift("ann", 14, 22)))).isEmpty();
  }

  private static DriverRule.Trip trip(String van, int from, int to) {
    return new DriverRule.Trip(van, at(from), at(to));
  }

  private static Plan.Shift shift(String person, int from, int to) {
    return new Plan.Shift(person, TestSite.TODAY, "E", "drive", "warehouse", at(from), at(to));
  }

  private static Instant at(int hour) {
    return TestSite.TODAY.atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }
}
