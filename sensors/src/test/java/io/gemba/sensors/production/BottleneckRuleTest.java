package io.gemba.sensors.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.sensors.production.BottleneckRule.Minutes;
import io.gemba.sensors.production.BottleneckRule.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class BottleneckRuleTest {
  private static final long MINUTE = 60_000;

  @Test
  void overlapOfTwoLongPeriods_isShifting_andTheRestIsSole() {
    // the picture of the paper: M1 limits, then M4, whose period is the longer one
    BottleneckRule rule =
        new BottleneckRule(
            List.of(
                period("m1", 0, 40),
                period("m4", 30, 100),
                period("m2", 5, 15),
                period("m2", 60, 70)));

    assertThat(rule.minutes(0, 100 * MINUTE))
        .containsOnlyKeys("m1", "m4")
        .containsEntry("m1", new Minutes(30, 10))
        .containsEntry("m4", new Minutes(60, 10));
    assertThat(rule.before(29 * MINUTE)).hasValueSatisfying(now -> machineIs(now, "m1"));
    assertThat(rule.before(31 * MINUTE)).hasValueSatisfying(now -> machineIs(now, "m4"));
  }

  @Test
  void periodWithinALongerOne_isNeverABottleneck() {
    BottleneckRule rule = new BottleneckRule(List.of(period("a", 0, 60), period("b", 1, 59)));

    assertThat(rule.minutes(0, 60 * MINUTE)).containsOnlyKeys("a");
  }

  @Test
  void window_cutsMinutes_butNotTheLengthOfPeriods() {
    BottleneckRule rule = new BottleneckRule(List.of(period("a", -300, 10), period("b", 0, 60)));

    assertThat(rule.minutes(0, 60 * MINUTE))
        .containsEntry("a", new Minutes(0, 10))
        .containsEntry("b", new Minutes(50, 10));
    assertThat(rule.before(5 * MINUTE)).hasValueSatisfying(now -> machineIs(now, "a"));
  }

  @Test
  void nobodyActive_noBottleneck() {
    BottleneckRule rule = new BottleneckRule(List.of(period("a", 0, 10)));

    assertThat(rule.before(20 * MINUTE)).isEmpty();
    assertThat(rule.minutes(10 * MINUTE, 20 * MINUTE)).isEmpty();
  }

  @Test
  void randomLines_haveABottleneckExactlyWhileAMachineIsActive() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Period> periods = new ArrayList<>();
      boolean[] active = new boolean[1000];
      for (String machine : List.of("a", "b", "c", "d")) {
        int at = random.nextInt(50);
        while (at < 1000) {
          int until = Math.min(1000, at + 1 + random.nextInt(120));
          periods.add(period(machine, at, until));
          Arrays.fill(active, at, until, true);
          at = until + 1 + random.nextInt(60);
        }
      }

      BottleneckRule rule = new BottleneckRule(periods);

      double limited = 0;
      int busy = 0;
      for (int minute = 0; minute < 1000; minute++) {
        busy += active[minute] ? 1 : 0;
        assertThat(rule.before((minute + 1) * MINUTE).isPresent())
            .as("seed %d, minute %d", seed, minute)
            .isEqualTo(active[minute]);
        List<Minutes> each =
            new ArrayList<>(rule.minutes(minute * MINUTE, (minute + 1) * MINUTE).values());
        double sole = each.stream().mapToDouble(Minutes::sole).sum();
        long shifting = each.stream().filter(one -> one.shifting() == 1).count();
        assertThat(sole == 1 ? shifting == 0 : shifting != 1).as("seed %d", seed).isTrue();
        limited += sole == 1 || shifting > 1 ? 1 : 0;
      }
      assertThat(limited).as("seed %d", seed).isCloseTo(busy, Offset.offset(1e-9));
    }
  }

  private static void machineIs(Period period, String machine) {
    assertThat(period.machine()).isEqualTo(machine);
  }

  private static Period period(String machine, long fromMinute, long toMinute) {
    return new Period(machine, fromMinute * MINUTE, toMinute * MINUTE);
  }
}
