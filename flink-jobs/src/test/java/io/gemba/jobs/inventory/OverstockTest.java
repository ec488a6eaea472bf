package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.message.Forecast;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.Stock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Soup keeps 30 days and sells 10 a day, for sure; 20 and a pack of 6 are wanted. */
final class OverstockTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOON = TODAY.atTime(12, 0).atZone(TestShop.ZONE).toInstant();

  @RegisterExtension final InventoryHarness harness = new InventoryHarness(TestShop.withVan());

  private final InventoryIntake intake = new InventoryIntake(TestShop.withVan());
  private int seconds;

  @Test
  void tooMuch_isToldWithItsCostAndWhatToDo() throws Exception {
    count("soup", "a", 400);
    expect("soup", "a", 10);
    settle();

    Overstock told = only();
    assertThat(told.id()).isEqualTo("soup@a/2026-11-23/over");
    assertThat(told.key()).isEqualTo("soup@a");
    assertThat(told.revision()).isZero();
    assertThat(told.onHand()).isEqualTo(400);
    assertThat(told.excessUnits()).isEqualTo(374);
    assertThat(told.expiringUnits()).as("400 less 30 days of 10").isEqualTo(100);
    assertThat(told.wasteCents()).isEqualTo(10_000);
    // 364 + 354 + ... + 74 nights of a unit
    assertThat(told.holdingCents()).isEqualTo(Math.round(6_570 * 25 / 365.0));
    assertThat(told.daysOfStock()).isEqualTo(40);
    assertThat(told.soldOutBy()).isNull();
    assertThat(told.reason())
        .isEqualTo(
            "400 on hand and 0 on order, at most 26 wanted: 374 too many cost EUR 104.50, as 100"
                + " will expire unsold. Sell 100 at a lower price; order none until they are"
                + " gone.");
    assertThat(harness.timers()).isZero();
  }

  @Test
  void goodsThatKeep_areSoldByADay() throws Exception {
    count("feta", "a", 520);
    expect("feta", "a", 10);
    settle();

    // feta of today comes on Thursday and lasts until Monday: 70 and a pack of 6, 444 too many
    assertThat(only().excessUnits()).isEqualTo(444);
    assertThat(only().soldOutBy()).isEqualTo(TODAY.plusDays(44));
    // 434 + 424 + ... + 4 nights of a unit
    assertThat(only().holdingCents()).isEqualTo(Math.round(9_636 * 25 / 365.0));
    assertThat(only().reason()).endsWith("444 too many cost EUR 6.60. Order none until Wed 6 Jan.");
  }

  @Test
  void littleTooMuch_isNotWorthAWord() throws Exception {
    count("soup", "a", 126);
    expect("soup", "a", 10);
    settle();

    assertThat(harness.overstocks()).isEmpty();
  }

  @Test
  void withoutACount_nothingIsTooMuch() throws Exception {
    expect("soup", "a", 0);
    settle();

    assertThat(harness.overstocks()).isEmpty();
  }

  @Test
  void sold_staysUntilItCostsHalfTheLeast_thenIsOver() throws Exception {
    count("soup", "a", 306);
    expect("soup", "a", 10);
    settle();
    assertThat(only().wasteCents()).isEqualTo(600);

    move("soup", "a", -3);
    settle();
    assertThat(harness.overstocks()).as("no news").hasSize(1);

    move("soup", "a", -283);
    settle();
    assertThat(harness.overstocks()).extracting(Overstock::revision).containsExactly(0, 1);
    assertThat(harness.overstocks().get(1).id()).isEqualTo(harness.overstocks().get(0).id());
    assertThat(harness.overstocks().get(1).holds()).isFalse();
    assertThat(harness.overstocks().get(1).excessUnits()).isZero();
    assertThat(harness.overstocks().get(1).totalCents()).isZero();

    move("soup", "a", -1);
    settle();
    assertThat(harness.overstocks()).as("over once").hasSize(2);
  }

  @Test
  void tooMuchAgainOnTheSameDay_goesOnWithTheRevisions() throws Exception {
    expect("soup", "a", 10);
    for (double units : new double[] {400, 20, 400}) {
      count("soup", "a", units);
      settle();
    }

    assertThat(harness.overstocks()).extracting(Overstock::revision).containsExactly(0, 1, 2);
    assertThat(harness.overstocks())
        .extracting(Overstock::id)
        .containsOnly("soup@a/2026-11-23/over");
    assertThat(harness.overstocks())
        .extracting(Overstock::holds)
        .containsExactly(true, false, true);
  }

  @Test
  void repeats_sayNothing() throws Exception {
    for (int i = 0; i < 3; i++) {
      count("soup", "a", 400);
      expect("soup", "a", 10);
      settle();
    }

    assertThat(harness.overstocks()).hasSize(1);
  }

  @Test
  void placeThatLacksThem_isWhereToBringThem() throws Exception {
    count("soup", "a", 400);
    expect("soup", "a", 10);
    count("soup", "b", 0);
    expect("soup", "b", 20);
    settle();

    Replenishment order =
        harness.proposals().stream()
            .filter(one -> one.key().equals("soup@b"))
            .findFirst()
            .orElseThrow();
    assertThat(only().bringTo()).isEqualTo("b");
    assertThat(only().reason())
        .contains("Bring %.0f to b, which wants them; sell".formatted(order.quantity()));
  }

  @Test
  void restored_knowsWhatItToldAndEndsIt() throws Exception {
    count("soup", "a", 400);
    expect("soup", "a", 10);
    settle();
    Overstock before = only();
    harness.restart();
    settle();
    move("soup", "a", 1);
    settle();
    assertThat(harness.overstocks()).as("nothing new").isEmpty();
    move("soup", "a", -390);
    settle();

    assertThat(only().id()).isEqualTo(before.id());
    assertThat(only().revision()).isEqualTo(1);
    assertThat(only().holds()).isFalse();
  }

  private Overstock only() {
    assertThat(harness.overstocks()).hasSize(1);
    return harness.overstocks().get(0);
  }

  private void settle() throws Exception {
    seconds += 20;
    harness.wait(seconds);
  }

  private void count(String item, String place, double units) throws Exception {
    stock(Stock.Kind.COUNT, item, place, units);
  }

  private void move(String item, String place, double units) throws Exception {
    stock(Stock.Kind.MOVEMENT, item, place, units);
  }

  private void stock(Stock.Kind kind, String item, String place, double units) throws Exception {
    Instant at = NOON.plusSeconds(seconds);
    take(intake.of(new Stock("s" + seconds, kind, item, place, at, units, 0, "test")));
  }

  /** The same demand every day, for sure. */
  private void expect(String item, String place, double daily) throws Exception {
    List<Double> sums = IntStream.rangeClosed(1, 28).mapToObj(day -> day * daily).toList();
    take(
        intake.of(
            new Forecast(
                item + "@" + place,
                item,
                place,
                TODAY.minusDays(1),
                0,
                NOON,
                "test",
                Collections.nCopies(28, daily),
                List.of(0.1, 0.5, 0.99),
                List.of(sums, sums, sums),
                List.of(sums, sums, sums))));
  }

  private void take(List<InventoryEvent> events) throws Exception {
    harness.take(events);
  }
}
