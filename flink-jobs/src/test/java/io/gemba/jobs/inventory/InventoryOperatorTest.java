package io.gemba.jobs.inventory;

import static io.gemba.jobs.inventory.TestInventory.TODAY;
import static io.gemba.jobs.inventory.TestInventory.count;
import static io.gemba.jobs.inventory.TestInventory.forecast;
import static io.gemba.jobs.inventory.TestInventory.loss;
import static io.gemba.jobs.inventory.TestInventory.move;
import static io.gemba.jobs.inventory.TestInventory.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class InventoryOperatorTest {
  @RegisterExtension final InventoryHarness harness = new InventoryHarness(TestShop.site());

  private final InventoryIntake intake = new InventoryIntake(TestShop.site());

  @Test
  void forecastAndLowStock_giveAProposalWithRiskAndLeaveNoTimer() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    wait(1);

    Replenishment proposal = only();
    assertThat(proposal.id()).isEqualTo("soup@a/2026-11-23");
    assertThat(proposal.source()).isEqualTo("line-1");
    assertThat(proposal.quantity()).as("2 days of 10, 12 there, packs of 6").isBetween(12.0, 36.0);
    assertThat(proposal.quantity()).isEqualTo(proposal.packs() * 6.0);
    assertThat(proposal.onHand()).isEqualTo(12);
    assertThat(proposal.expectedRunOut()).isEqualTo(TODAY.plusDays(1));
    assertThat(proposal.orderBy()).isEqualTo(TODAY);
    assertThat(proposal.arrives()).isEqualTo(TODAY.plusDays(1));
    assertThat(proposal.runOutProbabilityWithout()).isGreaterThan(proposal.runOutProbabilityWith());
    assertThat(proposal.riskWithoutCents()).isGreaterThan(proposal.riskWithCents());
    assertThat(proposal.reason())
        .contains("12 on hand", "chance of running out by Tue 24 Nov", "arrive on Tue 24 Nov:");
    assertThat(harness.timers()).isZero();
    assertThat(harness.keyedEntries()).isEqualTo(2);
  }

  @Test
  void noCount_isWaitedForThenTakenForEmpty() throws Exception {
    take(intake.of(forecast("soup", "a", 10)));
    wait(4);
    List<Replenishment> early = List.copyOf(harness.proposals());

    wait(7);

    assertThat(early).isEmpty();
    assertThat(only().onHand()).isZero();
    assertThat(only().reason()).startsWith("No stock count received");
    assertThat(harness.timers()).isZero();
  }

  @Test
  void historyStillLoading_isWaitedForUntilItReachesThePresent() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10, TODAY.minusDays(300))));
    wait(8);
    take(intake.of(forecast("soup", "a", 10, TODAY.minusDays(100))));
    wait(15);
    List<Replenishment> whileLoading = List.copyOf(harness.proposals());

    take(intake.of(forecast("soup", "a", 10)));
    wait(17);

    assertThat(whileLoading).isEmpty();
    assertThat(only().orderBy()).isEqualTo(TODAY);
    assertThat(harness.timers()).isZero();
  }

  @Test
  void historyThatEndsInThePast_isUsedWhenNothingNewerComes() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10, TODAY.minusDays(20))));
    wait(9);
    List<Replenishment> early = List.copyOf(harness.proposals());

    wait(12);

    assertThat(early).isEmpty();
    assertThat(only().orderBy()).isEqualTo(TODAY);
  }

  @Test
  void countedWarehouse_coversWhatItsShopsSellWithAllTheyHave() throws Exception {
    take(intake.of(count("w", "feta", "warehouse", 30)));
    for (String shop : List.of("a", "b", "c")) {
      take(intake.of(count("c-" + shop, "feta", shop, 20)));
      take(intake.of(forecast("feta", shop, 10)));
    }
    wait(1);

    Replenishment proposal = harness.byPlace().get("warehouse");
    assertThat(proposal.source()).isEqualTo("al-bayrak");
    assertThat(proposal.onHand()).isEqualTo(30);
    // Monday: feta ordered now comes on Thursday and must last until Sunday, 7 days of 30
    assertThat(proposal.quantity()).isBetween(7 * 30.0 - 90, 7 * 30.0 - 90 + 90);
    assertThat(proposal.expectedRunOut()).as("90 units at 30 a day").isEqualTo(TODAY.plusDays(2));
  }

  @Test
  void warehouseWithoutACount_getsNoProposal() throws Exception {
    take(intake.of(count("c", "feta", "a", 20)));
    take(intake.of(forecast("feta", "a", 10)));
    wait(1);

    assertThat(harness.byPlace()).containsOnlyKeys("a");
  }

  @Test
  void countWithinFiveSeconds_isUsed() throws Exception {
    take(intake.of(forecast("soup", "a", 10)));
    wait(3);
    take(intake.of(count("c1", "soup", "a", 100)));
    wait(5);

    assertThat(only().quantity()).isZero();
    assertThat(only().reason()).contains("100 on hand", "no order needed");
  }

  @Test
  void stockThatMovesAllTheTime_isProposedForWithinTwoSeconds() throws Exception {
    take(intake.of(count("c", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    for (int millis = 300; millis <= 1_800; millis += 300) {
      harness.waitMillis(millis);
      take(intake.of(move("m" + millis, -1)));
    }

    Replenishment first = harness.proposals().get(0);
    assertThat(first.onHand()).as("after a second, with the three sales until then").isEqualTo(9);
  }

  @Test
  void goodsOnOrder_takeTheProposalBack() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    wait(1);

    take(intake.of(order("o1", Order.Status.OPEN, 60)));
    wait(3);

    Replenishment revised = harness.proposals().get(1);
    assertThat(revised.id()).isEqualTo(harness.proposals().get(0).id());
    assertThat(revised.revision()).isEqualTo(1);
    assertThat(revised.quantity()).isZero();
    assertThat(revised.onOrder()).isEqualTo(60);
  }

  @Test
  void orderCancelled_bringsTheProposalBack() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(order("o1", Order.Status.OPEN, 60)));
    take(intake.of(forecast("soup", "a", 10)));
    wait(1);

    take(intake.of(order("o1", Order.Status.CANCELLED, 60)));
    wait(3);

    assertThat(harness.proposals()).extracting(Replenishment::onOrder).containsExactly(60.0, 0.0);
    assertThat(harness.proposals().get(1).quantity()).isPositive();
  }

  @Test
  void repeats_sayNothing() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    take(intake.of(move("m1", 5)));
    wait(1);

    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(move("m1", 5)));
    int pending = harness.timers();
    take(intake.of(forecast("soup", "a", 10)));
    wait(5);

    assertThat(pending).isZero();
    assertThat(harness.proposals()).hasSize(1);
  }

  @Test
  void nextDay_takesYesterdaysProposalBackAndMakesItsOwn() throws Exception {
    take(intake.of(count("c", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    wait(1);

    take(intake.of(forecast("soup", "a", 10, TODAY.plusDays(1))));
    wait(3);

    List<Replenishment> proposals = harness.proposals();
    assertThat(proposals)
        .extracting(Replenishment::id)
        .containsExactly("soup@a/2026-11-23", "soup@a/2026-11-23", "soup@a/2026-11-24");
    assertThat(proposals).extracting(Replenishment::revision).containsExactly(0, 1, 0);
    assertThat(proposals.get(1).quantity()).isZero();
  }

  @Test
  void olderForecast_changesNothing() throws Exception {
    take(intake.of(count("c", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    wait(1);

    take(intake.of(forecast("soup", "a", 50, TODAY.minusDays(2))));
    wait(3);

    assertThat(harness.proposals()).hasSize(1);
  }

  @Test
  void anyOrder_endsWithTheSameProposals() throws Exception {
    List<InventoryEvent> events = new ArrayList<>();
    for (String shop : List.of("a", "b", "c")) {
      events.addAll(intake.of(count("c-" + shop, "soup", shop, 15)));
      events.addAll(intake.of(forecast("soup", shop, 8)));
    }
    IntStream.range(0, 20).forEach(i -> events.addAll(intake.of(move("m" + i, -1))));
    events.addAll(intake.of(order("o1", Order.Status.OPEN, 6)));
    events.addAll(intake.of(loss(0, true, 30)));
    Map<String, Replenishment> inOrder = proposalsOf(events);

    for (long seed = 1; seed <= 10; seed++) {
      List<InventoryEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(proposalsOf(shuffled)).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void twoItems_doNotMix() throws Exception {
    take(intake.of(count("c1", "soup", "a", 100)));
    take(intake.of(count("c2", "feta", "a", 0)));
    take(intake.of(forecast("soup", "a", 10)));
    take(intake.of(forecast("feta", "a", 10)));
    wait(1);

    Map<String, Double> quantities =
        harness.proposals().stream()
            .collect(Collectors.toMap(Replenishment::item, Replenishment::quantity));
    assertThat(quantities.get("soup")).isZero();
    assertThat(quantities.get("feta"))
        .as("arrives Thursday, must last until Sunday")
        .isGreaterThan(40);
  }

  @Test
  void restored_goesOnWhereItWas() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(order("o1", Order.Status.OPEN, 6)));
    take(intake.of(forecast("soup", "a", 10)));
    take(intake.of(loss(0, true, 8)));
    wait(1);
    Replenishment before = only();
    take(intake.of(move("m1", -12)));
    harness.restart();
    wait(3);

    assertThat(only().id()).isEqualTo(before.id());
    assertThat(only().revision()).isEqualTo(1);
    assertThat(only().onHand()).isZero();
    assertThat(only().onOrder()).isEqualTo(6);
    assertThat(only().causes()).isEqualTo(before.causes());
  }

  private void take(List<InventoryEvent> events) throws Exception {
    harness.take(events);
  }

  /** Moves the clock to so many seconds after noon. */
  private void wait(int seconds) throws Exception {
    harness.wait(seconds);
  }

  private Replenishment only() {
    assertThat(harness.proposals()).hasSize(1);
    return harness.proposals().get(0);
  }

  private static Map<String, Replenishment> proposalsOf(List<InventoryEvent> events)
      throws Exception {
    try (InventoryHarness fresh = new InventoryHarness(TestShop.site())) {
      fresh.open();
      fresh.take(events);
      fresh.wait(1);
      return fresh.proposals().stream()
          .collect(Collectors.toMap(Replenishment::key, proposal -> proposal));
    }
  }
}
