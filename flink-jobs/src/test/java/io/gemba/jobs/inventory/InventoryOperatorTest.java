package io.gemba.jobs.inventory;

import static io.gemba.jobs.inventory.TestInventory.NOON;
import static io.gemba.jobs.inventory.TestInventory.TODAY;
import static io.gemba.jobs.inventory.TestInventory.count;
import static io.gemba.jobs.inventory.TestInventory.forecast;
import static io.gemba.jobs.inventory.TestInventory.harness;
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
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InventoryOperatorTest {
  private final InventoryIntake intake = new InventoryIntake(TestShop.site());
  private KeyedOneInputStreamOperatorTestHarness<String, InventoryEvent, Replenishment> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    harness.setProcessingTime(NOON.toEpochMilli());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

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
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
  }

  @Test
  void noCount_isWaitedForThenTakenForEmpty() throws Exception {
    take(intake.of(forecast("soup", "a", 10)));
    wait(4);
    List<Replenishment> early = List.copyOf(harness.extractOutputValues());

    wait(7);

    assertThat(early).isEmpty();
    assertThat(only().onHand()).isZero();
    assertThat(only().reason()).startsWith("No stock count received");
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void historyStillLoading_isWaitedForUntilItReachesThePresent() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10, TODAY.minusDays(300))));
    wait(8);
    take(intake.of(forecast("soup", "a", 10, TODAY.minusDays(100))));
    wait(15);
    List<Replenishment> whileLoading = List.copyOf(harness.extractOutputValues());

    take(intake.of(forecast("soup", "a", 10)));
    wait(17);

    assertThat(whileLoading).isEmpty();
    assertThat(only().orderBy()).isEqualTo(TODAY);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void historyThatEndsInThePast_isUsedWhenNothingNewerComes() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10, TODAY.minusDays(20))));
    wait(9);
    List<Replenishment> early = List.copyOf(harness.extractOutputValues());

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

    Replenishment proposal = byPlace().get("warehouse");
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

    assertThat(byPlace()).containsOnlyKeys("a");
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
      harness.setProcessingTime(NOON.toEpochMilli() + millis);
      take(intake.of(move("m" + millis, -1)));
    }

    Replenishment first = harness.extractOutputValues().get(0);
    assertThat(first.onHand()).as("after a second, with the three sales until then").isEqualTo(9);
  }

  @Test
  void goodsOnOrder_takeTheProposalBack() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    wait(1);

    take(intake.of(order("o1", Order.Status.OPEN, 60)));
    wait(3);

    Replenishment revised = harness.extractOutputValues().get(1);
    assertThat(revised.id()).isEqualTo(harness.extractOutputValues().get(0).id());
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

    assertThat(harness.extractOutputValues())
        .extracting(Replenishment::onOrder)
        .containsExactly(60.0, 0.0);
    assertThat(harness.extractOutputValues().get(1).quantity()).isPositive();
  }

  @Test
  void repeats_sayNothing() throws Exception {
    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    take(intake.of(move("m1", 5)));
    wait(1);

    take(intake.of(count("c1", "soup", "a", 12)));
    take(intake.of(move("m1", 5)));
    int pending = harness.numProcessingTimeTimers();
    take(intake.of(forecast("soup", "a", 10)));
    wait(5);

    assertThat(pending).isZero();
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void nextDay_takesYesterdaysProposalBackAndMakesItsOwn() throws Exception {
    take(intake.of(count("c", "soup", "a", 12)));
    take(intake.of(forecast("soup", "a", 10)));
    wait(1);

    take(intake.of(forecast("soup", "a", 10, TODAY.plusDays(1))));
    wait(3);

    List<Replenishment> proposals = harness.extractOutputValues();
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

    assertThat(harness.extractOutputValues()).hasSize(1);
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
        harness.extractOutputValues().stream()
            .collect(Collectors.toMap(Replenishment::item, Replenishment::quantity));
    assertThat(quantities.get("soup")).isZero();
    assertThat(quantities.get("feta"))
        .as("arrives Thursday, must last until Sunday")
        .isGreaterThanOrEqualTo(70);
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
    OperatorSubtaskState snapshot = harness.snapshot(1, 0);

    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    wait(3);

    assertThat(only().id()).isEqualTo(before.id());
    assertThat(only().revision()).isEqualTo(1);
    assertThat(only().onHand()).isZero();
    assertThat(only().onOrder()).isEqualTo(6);
    assertThat(only().causes()).isEqualTo(before.causes());
  }

  private void take(List<InventoryEvent> events) throws Exception {
    for (InventoryEvent event : events) {
      harness.processElement(event, 0);
    }
  }

  /** Moves the clock to so many seconds after noon. */
  private void wait(int seconds) throws Exception {
    harness.setProcessingTime(NOON.toEpochMilli() + seconds * 1_000L);
  }

  private Replenishment only() {
    assertThat(harness.extractOutputValues()).hasSize(1);
    return harness.extractOutputValues().get(0);
  }

  private Map<String, Replenishment> byPlace() {
    return harness.extractOutputValues().stream()
        .collect(
            Collectors.toMap(Replenishment::place, proposal -> proposal, (first, last) -> last));
  }

  private static Map<String, Replenishment> proposalsOf(List<InventoryEvent> events)
      throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, InventoryEvent, Replenishment> fresh = harness();
    try {
      fresh.open();
      fresh.setProcessingTime(NOON.toEpochMilli());
      for (InventoryEvent event : events) {
        fresh.processElement(event, 0);
      }
      fresh.setProcessingTime(NOON.toEpochMilli() + 1_000);
      return fresh.extractOutputValues().stream()
          .collect(Collectors.toMap(Replenishment::key, proposal -> proposal));
    } finally {
      fresh.close();
    }
  }
}
