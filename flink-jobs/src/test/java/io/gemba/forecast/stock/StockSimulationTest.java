package io.gemba.forecast.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StockSimulationTest {
  private static final int FIRST = 100;
  private static final int LAST = 199;
  private static final int COUNTED = 72;

  @Test
  void run_steadyDemandOrderedForExactly_losesNothingAndHoldsWhatIsLeftEachNight() {
    StockSimulation simulation = new StockSimulation(panel(4), terms(0));

    StockSimulation.Outcome outcome =
        simulation.run((series, day, onHand, onOrder) -> 28 - onHand - onOrder);

    // a week's stock of 28 falls by 4 a day: 24 to 0 overnight, 12 on average
    assertThat(outcome.lostMarginCents()).isZero();
    assertThat(outcome.fillRate()).isEqualTo(1);
    assertThat(outcome.holdingCents() / COUNTED / 70 / 0.01).isCloseTo(12, within(0.6));
    assertThat(outcome.series()).isEqualTo(1);
  }

  @Test
  void run_nothingOrdered_losesTheMarginOfEverything() {
    StockSimulation simulation = new StockSimulation(panel(4), terms(3));

    StockSimulation.Outcome outcome = simulation.run((series, day, onHand, onOrder) -> 0);

    assertThat(outcome.lostMarginCents()).isCloseTo(COUNTED * 4 * 30, within(1e-6));
    assertThat(outcome.fillRate()).isZero();
    assertThat(outcome.holdingCents()).isZero();
  }

  @Test
  void run_goodsOrdered_areOnTheShelfAfterTheLeadTime() {
    int[] seen = new int[2];
    StockSimulation simulation = new StockSimulation(panel(0), terms(3));

    simulation.run(
        (series, day, onHand, onOrder) -> {
          seen[0] += day > FIRST && onOrder > 0 ? 1 : 0;
          seen[1] += day > FIRST && onHand > 0 ? 1 : 0;
          return 5;
        });

    assertThat(seen[0]).as("a week is longer than 3 days").isZero();
    assertThat(seen[1]).isPositive();
  }

  @Test
  void protectionDays_areThoseUntilTheNextOrderArrives() {
    assertThat(new StockSimulation.Terms(0, 364, 3, 7, 0.01, 0.3).protectionDays()).isEqualTo(10);
    assertThat(new StockSimulation.Terms(0, 364, 3, 1, 0.01, 0.3).protectionDays()).isEqualTo(4);
  }

  @Test
  void usualPractice_steadyDemand_ordersUpToTheProtectionInterval() {
    UsualPractice usual = new UsualPractice(panel(4), 10);

    assertThat(usual.quantity(0, 150, 7, 3)).isEqualTo(30);
  }

  private static StockSimulation.Terms terms(int lead) {
    return new StockSimulation.Terms(FIRST, LAST, lead, 7, 0.01, 0.3);
  }

  private static Panel panel(float daily) {
    float[] units = new float[LAST + 1];
    Arrays.fill(units, daily);
    return new Panel(
        0,
        List.of(new Panel.Member("soup", "a", "cold", "food", "north")),
        new float[][] {units},
        List.of(new PriceRuns(new int[] {0}, new float[] {100})),
        DayKinds.PLAIN);
  }
}
