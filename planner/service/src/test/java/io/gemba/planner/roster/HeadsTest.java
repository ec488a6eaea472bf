package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadsTest {

  @Test
  void fractions_waitUntilTheyFillAnHour_andTheLastHourTakesTheRest() {
    double[] hours = {0, 0.4, 0.4, 0.4, 0.4, 0};

    List<Integer> heads = Heads.of(hours, 0);

    assertThat(heads).containsExactly(0, 0, 0, 1, 1, 0);
  }

  @Test
  void wholeHours_areTakenAsTheyAre() {
    double[] hours = {2, 3, 1};

    List<Integer> heads = Heads.of(hours, 0);

    assertThat(heads).containsExactly(2, 3, 1);
  }

  @Test
  void minimum_holdsWhileThereIsWork_andTakesWhatWaits() {
    double[] hours = {0, 0.6, 0.2, 1.3, 0};

    List<Integer> heads = Heads.of(hours, 1);

    assertThat(heads).containsExactly(0, 1, 1, 2, 0);
  }

  @Test
  void noWork_needsNobody() {
    assertThat(Heads.of(new double[3], 2)).containsExactly(0, 0, 0);
  }

  @Test
  void anyDay_hasItsWorkAndLessThanOneHeadHourMore() {
    Random random = new Random(7);

    for (int run = 0; run < 500; run++) {
      double[] hours = random.doubles(24, 0, 5).toArray();
      double work = java.util.Arrays.stream(hours).sum();

      int heads = Heads.of(hours, 0).stream().mapToInt(Integer::intValue).sum();

      assertThat((double) heads).as("seed 7, run %d", run).isBetween(work - 1e-6, work + 1);
    }
  }
}
