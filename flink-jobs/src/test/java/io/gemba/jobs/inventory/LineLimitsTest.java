package io.gemba.jobs.inventory;

import static io.gemba.jobs.inventory.TestInventory.NOON;
import static io.gemba.jobs.inventory.TestInventory.TODAY;
import static io.gemba.jobs.inventory.TestInventory.forecast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.jobs.TestShop;
import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import io.gemba.message.Stock;
import io.gemba.site.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Line 1 makes 240 an hour in the eight hours of the early shift: 1,920 for an order of a day. */
final class LineLimitsTest {
  @RegisterExtension final InventoryHarness harness = new InventoryHarness(TestShop.site());

  private final InventoryIntake intake = new InventoryIntake(TestShop.site());

  @Test
  void wishesThatFit_areProposedAsTheyAre() throws Exception {
    need("soup", 200);
    harness.wait(1);

    assertThat(harness.byPlace().values())
        .allSatisfy(
            proposal -> {
              assertThat(proposal.quantity()).isGreaterThan(200);
              assertThat(proposal.reason()).doesNotContain("an hour");
            });
    assertThat(sum(harness.byPlace().values())).isLessThan(1_920);
  }

  @Test
  void wishesBeyondTheLine_areCutToItsHours_withThePriceAndTheCause() throws Exception {
    need("soup", 600);
    harness.wait(1);

    Collection<Replenishment> proposals = harness.byPlace().values();
    assertThat(sum(proposals)).isLessThanOrEqualTo(1_920).isGreaterThan(1_900);
    assertThat(proposals)
        .hasSize(3)
        .allSatisfy(proposal -> assertThat(proposal.quantity() % 6).isZero());
    Replenishment cut = harness.byPlace().get("c");
    assertThat(cut.reason())
        .contains("Line 1 makes 240 an hour and can have 1920 ready by then: ")
        .containsPattern(
            "[0-9]+ of the 732 wanted here do not fit, which costs EUR [1-9][0-9]+\\.");
    assertThat(cut.riskWithCents())
        .as("more is lost than at those that get all they want")
        .isGreaterThan(harness.byPlace().get("a").riskWithCents() + 20_000);
  }

  @Test
  void whatIsOnOrder_takesTheLineFirst() throws Exception {
    need("soup", 600);
    order("o1", "a", 1_200, TODAY.plusDays(1));
    harness.wait(1);

    assertThat(sum(harness.byPlace().values())).isLessThanOrEqualTo(720);
    assertThat(harness.byPlace().get("b").reason()).contains("of which 1200 are on order already");
    assertThat(harness.byPlace().get("a").quantity())
        .as("what a has on order makes the next unit worth less there")
        .isLessThan(harness.byPlace().get("b").quantity());
  }

  @Test
  void whatIsDueToday_wasMadeBefore() throws Exception {
    need("soup", 600);
    order("o1", "a", 1_200, TODAY);
    harness.wait(1);

    assertThat(sum(harness.byPlace().values())).isLessThanOrEqualTo(1_920).isGreaterThan(1_500);
    assertThat(harness.byPlace().get("b").reason()).doesNotContain("on order already");
  }

  @Test
  void shareOfTheLine_isAllThatAnItemHas_andMoreLetsItGrowAgain() throws Exception {
    need("soup", 300);
    harness.wait(1);
    double whole = sum(harness.byPlace().values());

    harness.take(List.of(new InventoryEvent.Shared("soup", 0.5)));
    harness.wait(3);
    double half = sum(harness.byPlace().values());
    harness.take(List.of(new InventoryEvent.Shared("soup", 1)));
    harness.wait(6);

    assertThat(whole).isBetween(1_100.0, 1_920.0);
    assertThat(half).isBetween(940.0, 960.0);
    assertThat(sum(harness.byPlace().values())).isEqualTo(whole);
    assertThat(harness.byPlace().get("a").reason()).doesNotContain("an hour");
  }

  @Test
  void restored_knowsItsShare() throws Exception {
    harness.take(List.of(new InventoryEvent.Shared("soup", 0.5)));
    harness.restart();
    need("soup", 300);
    harness.wait(1);

    assertThat(sum(harness.byPlace().values())).isBetween(940.0, 960.0);
  }

  @Test
  void leastOrder_isMadeWhenNothingElseIs() throws Exception {
    harness.take(List.of(new InventoryEvent.Shared("soup", 0.001)));
    need("soup", 5);
    harness.wait(1);

    assertThat(sum(harness.byPlace().values())).isEqualTo(6);
  }

  @Test
  void boughtItems_haveNoLine() throws Exception {
    need("feta", 3_000);
    harness.wait(1);

    assertThat(sum(harness.byPlace().values())).isGreaterThan(20_000);
  }

  @Test
  void hours_closedDaysAndTheLeadAreCounted() {
    LineCapacity capacity = new LineCapacity(TestShop.site());
    LineCapacity.Made made = capacity.of("soup").orElseThrow();
    int christmas = (int) LocalDate.of(2026, 12, 25).toEpochDay();

    assertThat(made.hoursADay()).isEqualTo(8);
    assertThat(capacity.units(made, 1, christmas - 2, christmas - 1)).isEqualTo(1_920);
    assertThat(capacity.units(made, 1, christmas - 1, christmas + 1)).isEqualTo(1_920);
    assertThat(capacity.units(made, 1, christmas, christmas)).isZero();
    assertThat(capacity.units(made, 0.25, christmas + 1, christmas + 4)).isEqualTo(1_440);
    assertThat(capacity.of("feta")).isEmpty();
    assertThat(made.line()).extracting(Line::id).isEqualTo("line-1");
  }

  @Test
  void shares_followExpectedDemand_andSmallMovesSayNothing() throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, LineLoadOperator.Load, InventoryEvent> loads =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new LineLoadOperator()),
            LineLoadOperator.Load::line,
            Types.STRING);
    try {
      loads.open();
      loads.setProcessingTime(0);
      for (LineLoadOperator.Load load :
          List.of(load("soup", "a", 40), load("soup", "b", 20), load("hummus", "a", 20))) {
        loads.processElement(load, 0);
      }
      loads.setProcessingTime(LineLoadOperator.WAIT_MILLIS);
      loads.processElement(load("soup", "a", 40.5), 0);
      loads.setProcessingTime(2 * LineLoadOperator.WAIT_MILLIS);
      List<InventoryEvent> atFirst = new ArrayList<>(loads.extractOutputValues());
      loads.processElement(load("hummus", "a", 60.5), 0);
      loads.setProcessingTime(3 * LineLoadOperator.WAIT_MILLIS);

      assertThat(atFirst)
          .containsExactly(
              new InventoryEvent.Shared("hummus", 0.25), new InventoryEvent.Shared("soup", 0.75));
      assertThat(loads.extractOutputValues().subList(2, 4))
          .extracting(event -> ((InventoryEvent.Shared) event).ofLine())
          .allSatisfy(share -> assertThat(share).isCloseTo(0.5, within(0.001)));
      assertThat(loads.numProcessingTimeTimers()).isZero();
    } finally {
      loads.close();
    }
  }

  private static LineLoadOperator.Load load(String item, String place, double daily) {
    return new LineLoadOperator.Load("line-1", item, place, daily);
  }

  /** Three shops that have nothing and sell so many a day. */
  private void need(String item, double daily) throws Exception {
    for (String shop : List.of("a", "b", "c")) {
      harness.take(
          intake.of(
              new Stock(
                  "c" + shop, Stock.Kind.COUNT, item, shop, NOON.minusSeconds(60), 0, 0, "c")));
      harness.take(intake.of(forecast(item, shop, daily)));
    }
  }

  private void order(String id, String to, double units, LocalDate due) throws Exception {
    harness.take(
        intake.of(
            new Order(
                id,
                Order.Kind.REPLENISHMENT,
                Order.Status.OPEN,
                "line-1",
                to,
                NOON,
                NOON,
                due.atTime(18, 0).atZone(TestShop.ZONE).toInstant(),
                List.of(new Order.Line("soup", units)),
                1,
                1,
                1,
                List.of())));
  }

  private static double sum(Collection<Replenishment> proposals) {
    return proposals.stream().mapToDouble(Replenishment::quantity).sum();
  }
}
