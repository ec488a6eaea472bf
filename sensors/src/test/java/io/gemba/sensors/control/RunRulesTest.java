package io.gemba.sensors.control;

import static io.gemba.message.ControlChart.Rule.BEYOND_3_SIGMA;
import static io.gemba.message.ControlChart.Rule.EIGHT_BEYOND_1_SIGMA;
import static io.gemba.message.ControlChart.Rule.EIGHT_ON_ONE_SIDE;
import static io.gemba.message.ControlChart.Rule.FIFTEEN_WITHIN_1_SIGMA;
import static io.gemba.message.ControlChart.Rule.FOURTEEN_ALTERNATING;
import static io.gemba.message.ControlChart.Rule.FOUR_OF_FIVE_BEYOND_1_SIGMA;
import static io.gemba.message.ControlChart.Rule.NINE_ON_ONE_SIDE;
import static io.gemba.message.ControlChart.Rule.SIX_RISING_OR_FALLING;
import static io.gemba.message.ControlChart.Rule.TWO_OF_THREE_BEYOND_2_SIGMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ControlChart.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Each rule with the shortest sequence that completes it, and one that just does not. */
final class RunRulesTest {
  @Test
  void onePoint_beyondThree() {
    assertThat(of(0.5, -3.01)).containsExactly(BEYOND_3_SIGMA);
    assertThat(of(0.5, 3)).isEmpty();
  }

  @Test
  void twoOfThree_beyondTwo_onOneSide() {
    assertThat(of(2.1, 0.5, 2.2)).containsExactly(TWO_OF_THREE_BEYOND_2_SIGMA);
    assertThat(of(2.1, 0.5, -2.2)).isEmpty();
    assertThat(of(2.1, 0.5, 0.4, 2.2)).isEmpty();
    assertThat(of(2.1, 2.2, 0.5)).isEmpty();
  }

  @Test
  void fourOfFive_beyondOne_onOneSide() {
    assertThat(of(-1.1, -1.2, 0.5, -1.3, -1.1)).containsExactly(FOUR_OF_FIVE_BEYOND_1_SIGMA);
    assertThat(of(-1.1, -1.2, 0.5, 1.3, -1.1)).isEmpty();
  }

  @Test
  void eightAndNine_onOneSide() {
    assertThat(of(.5, .4, .5, .4, .4, .5, .4, .5)).containsExactly(EIGHT_ON_ONE_SIDE);
    assertThat(of(.5, .4, .5, .4, .4, .5, .4, .5, .6))
        .containsExactly(EIGHT_ON_ONE_SIDE, NINE_ON_ONE_SIDE);
    assertThat(of(.5, .4, .5, .4, 0, .5, .4, .5)).isEmpty();
  }

  @Test
  void sixInARow_risingOrFalling() {
    assertThat(of(-.9, -.5, -.1, .3, .7, .9)).containsExactly(SIX_RISING_OR_FALLING);
    assertThat(of(.9, .7, .3, -.1, -.5, -.9)).containsExactly(SIX_RISING_OR_FALLING);
    assertThat(of(-.9, -.5, -.1, .3, .3, .9)).isEmpty();
    assertThat(of(-.5, -.1, .3, .7, .9)).isEmpty();
  }

  @Test
  void fourteenInARow_alternating() {
    assertThat(of(.5, -.5, .5, -.5, .5, -.5, .5, -.5, .5, -.5, .5, -.5, .5, -.5))
        .containsExactly(FOURTEEN_ALTERNATING);
    assertThat(of(.5, -.5, .5, -.5, .5, -.5, .6, .7, .5, -.5, .5, -.5, .5, -.5)).isEmpty();
  }

  @Test
  void fifteenInARow_withinOne() {
    assertThat(of(.5, .4, -.5, .5, .6, -.5, .5, .4, -.5, .5, .6, -.5, .5, .4, -.5))
        .containsExactly(FIFTEEN_WITHIN_1_SIGMA);
    assertThat(of(.5, .4, -.5, .5, .6, -.5, 1, .4, -.5, .5, .6, -.5, .5, .4, -.5)).isEmpty();
  }

  @Test
  void eightInARow_outsideOne_onBothSides() {
    assertThat(of(1.1, -1.1, -1.2, 1.1, 1.2, -1.1, -1.2, 1.1))
        .containsExactly(EIGHT_BEYOND_1_SIGMA);
    assertThat(of(1.1, -1.1, -1.2, .9, 1.2, -1.1, -1.2, 1.1)).isEmpty();
  }

  @Test
  void westernElectricRules_ofChanceAlone_signalOnceIn92Points() {
    // Champ and Woodall, Technometrics 29 (1987): mean run length 91.75 with rules 1 to 4
    Set<Rule> westernElectric =
        Set.of(
            BEYOND_3_SIGMA,
            TWO_OF_THREE_BEYOND_2_SIGMA,
            FOUR_OF_FIVE_BEYOND_1_SIGMA,
            EIGHT_ON_ONE_SIDE);
    Random random = new Random(1);
    int runs = 1_500;
    long points = 0;
    for (int run = 0; run < runs; run++) {
      List<Double> distances = new ArrayList<>();
      Set<Rule> rules = Set.of();
      while (rules.stream().noneMatch(westernElectric::contains)) {
        distances.add(random.nextGaussian());
        rules = RunRules.completedBy(distances);
        points++;
      }
    }

    assertThat((double) points / runs).isBetween(85.0, 98.0);
  }

  private static Set<Rule> of(double... distances) {
    return RunRules.completedBy(DoubleStream.of(distances).boxed().toList());
  }
}
