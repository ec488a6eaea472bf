package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WeekdayProfileTest {
  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
  private static final int ORIGIN = (int) SUNDAY.toEpochDay();

  @Test
  void profile_saturdaysTwiceAsMuch_hasMeanOneAndSaturdayOnTop() {
    WeekdayProfile.Pool pool = new WeekdayProfile.Pool(OpenDays.except(Set.of()));
    pool.add(saturdays(200, 20, 10), ORIGIN);
    pool.add(saturdays(200, 2, 1), ORIGIN);

    WeekdayProfile profile = pool.profile();

    assertThat(Arrays.stream(profile.factors()).sum()).isCloseTo(7, within(0.02));
    assertThat(profile.factor(ORIGIN - 1)).isCloseTo(2 * profile.factor(ORIGIN), within(0.15));
    assertThat(profile.factors()[5]).isEqualTo(profile.factor(ORIGIN - 1));
  }

  @Test
  void profile_nothingAdded_isFlat() {
    WeekdayProfile profile = new WeekdayProfile.Pool(OpenDays.except(Set.of())).profile();

    assertThat(profile).isEqualTo(WeekdayProfile.flat());
  }

  @Test
  void profile_threeDaysKnown_staysNearFlat() {
    WeekdayProfile.Pool pool = new WeekdayProfile.Pool(OpenDays.except(Set.of()));
    pool.add(new float[] {0, 30, 0}, ORIGIN);

    WeekdayProfile profile = pool.profile();

    assertThat(Arrays.stream(profile.factors())).allMatch(factor -> factor > 0.5 && factor < 1.8);
  }

  @Test
  void add_closedDays_teachNothing() {
    OpenDays closedOnSaturday = OpenDays.except(Set.of(SUNDAY.minusDays(1)));
    WeekdayProfile.Pool pool = new WeekdayProfile.Pool(closedOnSaturday);
    float[] values = saturdays(28, 10, 10);
    values[values.length - 2] = 0;
    pool.add(values, ORIGIN);

    WeekdayProfile profile = pool.profile();

    assertThat(profile).isEqualTo(WeekdayProfile.flat());
  }

  private static float[] saturdays(int days, float onSaturday, float otherwise) {
    float[] values = new float[days];
    for (int i = 0; i < days; i++) {
      boolean isSaturday = OpenDays.weekday(ORIGIN - days + 1 + i) == 5;
      values[i] = isSaturday ? onSaturday : otherwise;
    }
    return values;
  }
}
