package io.gemba.forecast.policy;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.site.Item;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StockPolicyTest {
  private static final int MONDAY_23 = (int) LocalDate.of(2026, 11, 23).toEpochDay();
  private static final float[] LEVELS = {0.1f, 0.5f, 0.8f, 0.9f, 0.95f, 0.98f, 0.99f};
  private static final float[] SPREAD = {-1.28f, 0, 0.84f, 1.28f, 1.64f, 2.05f, 2.33f};

  @Test
  void advise_fractileAtNinety_ordersUpToItsQuantileInPacks() {
    // one night at 10 * 730 / 365 = 20 against 255 * sqrt(1 night / 2 days) = 180: fractile 0.9
    Item item = item(265, 10, 730, 90);
    StockPolicy policy = policy(item);

    Advice advice = advise(policy, steady(10, 2), stock(3, 4, 0));

    double target = 20 + 1.28 * 2 * Math.sqrt(2);
    double packs = Math.ceil((target - 7) / 6);
    assertThat(advice.fractile()).isCloseTo(0.9, within(1e-3));
    assertThat(advice.quantity()).isEqualTo(6 * packs);
    assertThat(advice.packs()).isEqualTo((int) packs);
    assertThat(advice.costCents()).isEqualTo(Math.round(advice.quantity() * 10));
  }

  @Test
  void advise_orderThatCostsMoreThanItSaves_isNotPlaced() {
    Item item = item(300, 200, 0.25, 90);
    Deliveries daily = new Deliveries(1, List.of());
    StockPosition nearlyEnough = stock(22, 0, 0);

    Advice free = advise(new StockPolicy(item, daily), steady(10, 2), nearlyEnough);
    Advice dear = advise(new StockPolicy(item, daily, 5_000), steady(10, 2), nearlyEnough);

    assertThat(free.quantity()).isPositive();
    assertThat(dear.quantity()).isZero();
  }

  @Test
  void advise_orderCost_buysMoreAtOnceTheDearerTheOrder() {
    Item item = item(300, 200, 0.25, 90);
    Deliveries daily = new Deliveries(1, List.of());
    double before = 0;

    for (double orderCents : new double[] {0, 5, 20, 100}) {
      Advice advice =
          advise(new StockPolicy(item, daily, orderCents), steady(10, 2), stock(0, 0, 0));
      assertThat(advice.quantity()).as("%s cents", orderCents).isGreaterThanOrEqualTo(before);
      before = advice.quantity();
    }

    // 10 units held for a day cost 1.4 cents, for four weeks 38: all that is forecast, for a
    // 100-cent order
    assertThat(before).isGreaterThan(200);
  }

  @Test
  void advise_enoughStock_ordersNothing() {
    Advice advice = advise(policy(item(300, 200, 0.25, 90)), steady(10, 2), stock(80, 0, 0));

    assertThat(advice.quantity()).isZero();
    assertThat(advice.packs()).isZero();
    assertThat(advice.without().runOutProbability()).isLessThan(0.001);
    assertThat(advice.expectedRunOut()).isEqualTo(MONDAY_23 + 7);
  }

  @Test
  void advise_emptyShelf_runsOutTodayAndAnOrderCannotHelpBeforeItArrives() {
    Advice advice = advise(policy(item(300, 200, 0.25, 90)), steady(10, 2), stock(0, 0, 0));

    assertThat(advice.expectedRunOut()).isEqualTo(MONDAY_23);
    assertThat(advice.orderBy()).isEqualTo(MONDAY_23);
    assertThat(advice.arrives()).isEqualTo(MONDAY_23 + 1);
    assertThat(advice.without().runOutProbability()).isEqualTo(1);
    assertThat(advice.with().runOutProbability()).as("day one").isGreaterThan(0.9);
    assertThat(advice.without().lostMarginCents()).isCloseTo(2_000L, within(60L));
    assertThat(advice.with().lostMarginCents()).isCloseTo(1_000L, within(60L));
  }

  @Test
  void advise_stockForThreeDaysAndABit_canWaitTwo() {
    Advice advice = advise(policy(item(300, 200, 0.25, 90)), steady(10, 0.01), stock(31, 0, 0));

    assertThat(advice.quantity()).isZero();
    assertThat(advice.orderBy()).isEqualTo(MONDAY_23 + 2);
    assertThat(advice.arrives()).isEqualTo(MONDAY_23 + 3);
  }

  @Test
  void advise_deliversMondaysAndFridaysOnly_coversUntilTheDeliveryAfterNext() {
    StockPolicy policy =
        new StockPolicy(item(300, 200, 0.25, 90), new Deliveries(1, List.of(MONDAY, FRIDAY)));

    Advice advice = advise(policy, steady(10, 1), stock(0, 0, 0));

    assertThat(policy.protectionDays(MONDAY_23)).as("arrives Friday, next Monday").isEqualTo(7);
    assertThat(advice.arrives()).isEqualTo(MONDAY_23 + 4);
    assertThat(advice.coversUntil()).isEqualTo(MONDAY_23 + 6);
    assertThat(DayOfWeek.from(LocalDate.ofEpochDay(advice.arrives()))).isEqualTo(FRIDAY);
  }

  @Test
  void advise_spoilsInADay_ordersLessThanTheFractileAsks() {
    Item fresh = item(100, 90, 0.25, 1);
    Item lasting = item(100, 90, 0.25, 90);

    Advice ofFresh = advise(policy(fresh), steady(30, 12), stock(0, 0, 0));
    Advice ofLasting = advise(policy(lasting), steady(30, 12), stock(0, 0, 0));

    assertThat(ofFresh.quantity()).isLessThan(ofLasting.quantity());
    assertThat(ofFresh.quantity()).as("margin / price = 0.1: below the median").isLessThan(60);
  }

  @Test
  void advise_unitsLost_areOrderedOnTop() {
    StockPolicy policy = policy(item(300, 200, 0.25, 90));

    Advice whole = advise(policy, steady(10, 2), stock(20, 0, 0));
    Advice missing = advise(policy, steady(10, 2), stock(20, 0, 12));

    assertThat(missing.quantity()).isEqualTo(whole.quantity() + 12);
    assertThat(missing.without().runOutProbability())
        .isGreaterThan(whole.without().runOutProbability());
  }

  @Test
  void advise_demandLostBeforeTheOrderArrives_isNotOrdered() {
    StockPolicy policy = new StockPolicy(item(300, 200, 0.25, 90), new Deliveries(5, List.of()));

    Advice empty = advise(policy, steady(10, 0.01), stock(0, 0, 0));
    Advice covered = advise(policy, steady(10, 0.01), stock(50, 0, 0));

    assertThat(empty.quantity()).as("five days are lost either way").isEqualTo(covered.quantity());
    assertThat(covered.quantity()).as("a day's demand, in packs").isEqualTo(12);
  }

  @Test
  void advise_sourceThatMayBeLate_holdsMoreStock() {
    Item item = item(300, 200, 0.25, 90);
    double before = 0;

    for (double deviation : new double[] {0, 0.5, 1, 2}) {
      Advice advice =
          advise(
              new StockPolicy(item, new Deliveries(5, deviation, List.of())),
              steady(10, 2),
              stock(50, 0, 0));
      assertThat(advice.quantity()).as("%s days", deviation).isGreaterThan(before);
      before = advice.quantity();
    }
  }

  @Test
  void advise_randomLeadTime_coversAsOftenAsItPromises() {
    // sampled lead times must find the stock enough as often as the fractile says
    Item item = new Item("i", "I", 300, 200, 1, 0, 5, 90, 5, "s", 1, 1);
    Advice advice =
        advise(
            new StockPolicy(item, new Deliveries(5, 1, List.of())), steady(10, 2), stock(70, 0, 0));
    Random random = new Random(7);
    int covered = 0;
    for (int i = 0; i < 20_000; i++) {
      double days = 1 + Math.max(0, Math.rint(5 + random.nextGaussian()));
      double demand = 10 * days + 2 * Math.sqrt(days) * random.nextGaussian();
      covered += demand <= 70 + advice.quantity() ? 1 : 0;
    }

    assertThat(covered / 20_000.0).isCloseTo(advice.fractile(), within(0.015));
  }

  @Test
  void advise_sourceThatHasLittle_takesWholePacksOfIt() {
    StockPolicy policy = policy(item(300, 200, 0.25, 90));
    Advice advice = policy.advise(policy.protection(steady(10, 2), MONDAY_23), stock(0, 0, 0), 15);

    assertThat(advice.quantity()).isEqualTo(12);
    assertThat(advice.with().runOutProbability()).isEqualTo(1);
  }

  @Test
  void advise_minimumOrder_isMet() {
    Item item = new Item("i", "I", 300, 200, 6, 24, 1, 90, 0.25, "s", 1, 1);

    Advice advice =
        advise(new StockPolicy(item, new Deliveries(1, List.of())), steady(10, 2), stock(26, 0, 0));

    assertThat(advice.quantity()).isEqualTo(24);
  }

  @Test
  void advise_anyCase_isWholePacksFiniteAndNeverWorseThanNothing() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      int price = 50 + random.nextInt(500);
      Item item =
          new Item(
              "i",
              "I",
              price,
              1 + random.nextInt(price),
              1 + random.nextInt(12),
              1 + random.nextInt(30),
              random.nextInt(6),
              1 + random.nextInt(60),
              random.nextDouble(),
              "s",
              1,
              1);
      StockPosition stock = stock(random.nextInt(60), random.nextInt(20), random.nextInt(3) * 5);

      Advice advice =
          advise(
              new StockPolicy(item, new Deliveries(item.leadTimeDays(), List.of())),
              steady(random.nextDouble() * 12, random.nextDouble() * 6),
              stock);

      assertThat(advice.quantity())
          .as("seed %d", seed)
          .isEqualTo((double) advice.packs() * item.packSize());
      assertThat(advice.quantity() == 0 || advice.quantity() >= item.minimumOrder())
          .as("seed %d", seed)
          .isTrue();
      assertThat(advice.with().runOutProbability())
          .as("seed %d", seed)
          .isBetween(0.0, advice.without().runOutProbability() + 1e-9);
      assertThat(advice.with().lostMarginCents())
          .as("seed %d", seed)
          .isBetween(0L, advice.without().lostMarginCents());
      assertThat(advice.orderBy()).as("seed %d", seed).isGreaterThanOrEqualTo(MONDAY_23);
      assertThat(advice.arrives()).as("seed %d", seed).isGreaterThanOrEqualTo(advice.orderBy());
    }
  }

  private static Advice advise(StockPolicy policy, DemandOutlook outlook, StockPosition stock) {
    return policy.advise(policy.protection(outlook, MONDAY_23), stock);
  }

  private static StockPolicy policy(Item item) {
    return new StockPolicy(item, new Deliveries(item.leadTimeDays(), List.of()));
  }

  private static Item item(long priceCents, long costCents, double holdingRate, int shelfLifeDays) {
    return new Item(
        "i", "I", priceCents, costCents, 6, 6, 1, shelfLifeDays, holdingRate, "s", 1, 1);
  }

  private static StockPosition stock(double onHand, double onOrder, double lost) {
    return new StockPosition(true, onHand, onOrder, lost);
  }

  /** Normal demand of the same mean and deviation every day, independent between days. */
  private static DemandOutlook steady(double mean, double deviation) {
    int days = 28;
    float[] means = new float[days];
    float[][] cumulative = new float[LEVELS.length][days];
    for (int day = 0; day < days; day++) {
      means[day] = (float) mean;
      for (int level = 0; level < LEVELS.length; level++) {
        double sum = mean * (day + 1) + SPREAD[level] * deviation * Math.sqrt(day + 1);
        cumulative[level][day] = (float) Math.max(0, sum);
      }
    }
    return new DemandOutlook(MONDAY_23 - 1, LEVELS, means, cumulative);
  }
}
