package io.gemba.jobs.inventory;

import static io.gemba.jobs.inventory.TestInventory.NOON;
import static io.gemba.jobs.inventory.TestInventory.count;
import static io.gemba.jobs.inventory.TestInventory.forecast;
import static io.gemba.jobs.inventory.TestInventory.loss;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.message.CapacityLoss;
import io.gemba.message.Replenishment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Capacity that a machine has just lost: where it is missed, and for how long. */
final class LostCapacityOperatorTest {
  @RegisterExtension final InventoryHarness harness = new InventoryHarness(TestShop.site());

  private final InventoryIntake intake = new InventoryIntake(TestShop.site());

  @Test
  void lostCapacity_isMissedWhereStockIsLowestAndNamedAsTheCause() throws Exception {
    for (String shop : List.of("a", "b", "c")) {
      take(intake.of(count("c-" + shop, "soup", shop, shop.equals("b") ? 22 : 90)));
      take(intake.of(forecast("soup", shop, 10)));
    }
    wait(1);
    harness.forget();

    take(intake.of(loss(0, true, 30)));
    wait(3);

    Replenishment missing = harness.byPlace().get("b");
    assertThat(missing.lostUnits()).isEqualTo(20);
    assertThat(missing.quantity()).isGreaterThanOrEqualTo(20);
    assertThat(missing.causes()).containsExactly("filler-1/stop");
    assertThat(missing.reason()).contains("20 will be missing (bearing on filler-1)");
    assertThat(harness.timers()).as("when the loss is forgotten").isEqualTo(1);
  }

  @Test
  void lostCapacityRevisedToNothing_takesTheSurchargeBack() throws Exception {
    take(intake.of(count("c", "soup", "b", 22)));
    take(intake.of(forecast("soup", "b", 10)));
    take(intake.of(loss(0, true, 30)));
    wait(1);

    take(intake.of(loss(1, false, 0)));
    take(intake.of(loss(0, true, 30)));
    wait(3);

    List<Replenishment> proposals = harness.proposals();
    assertThat(proposals).extracting(Replenishment::lostUnits).containsExactly(20.0, 0.0);
    assertThat(proposals.get(1).causes()).isEmpty();
    assertThat(proposals.get(1).quantity()).isLessThan(proposals.get(0).quantity());
  }

  @Test
  void lostCapacity_isForgottenTwoDaysAfterItsEnd() throws Exception {
    take(intake.of(count("c", "soup", "b", 22)));
    take(intake.of(forecast("soup", "b", 10)));
    take(intake.of(loss(0, true, 30)));
    wait(1);

    wait((int) Duration.ofDays(2).plusHours(2).toSeconds());

    assertThat(harness.proposals()).extracting(Replenishment::lostUnits).containsExactly(20.0, 0.0);
    assertThat(harness.timers()).isZero();
  }

  @Test
  void lossOfUnknownItem_isSharedByTheItemsOfTheLine() {
    CapacityLoss loss =
        new CapacityLoss(
            "l",
            0,
            "filler-1",
            "line-1",
            "bearing",
            NOON,
            NOON.plusSeconds(60),
            true,
            null,
            30,
            0,
            List.of());

    List<InventoryEvent> events = intake.of(loss);

    assertThat(events).extracting(InventoryEvent::item).containsExactlyInAnyOrder("soup", "hummus");
    assertThat(events)
        .allSatisfy(event -> assertThat(((InventoryEvent.Lost) event).units()).isEqualTo(15));
  }

  private void take(List<InventoryEvent> events) throws Exception {
    harness.take(events);
  }

  /** Moves the clock to so many seconds after noon. */
  private void wait(int seconds) throws Exception {
    harness.wait(seconds);
  }
}
