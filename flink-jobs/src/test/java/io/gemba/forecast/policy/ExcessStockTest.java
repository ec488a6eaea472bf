package io.gemba.forecast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.jobs.TestShop;
import io.gemba.site.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ten a day for sure, ordered each day for the next but one: 20 and a lot of 6 are wanted. A unit
 * costs 1.00 and 0.25 a year to hold.
 */
final class ExcessStockTest {
  private static final int TODAY = 20_000;

  @Test
  void of_asMuchAsAnOrderCanLeave_isNothing() {
    Excess excess = excess(60, 10, 0, new Batch(20, 60), new Batch(6, 60));

    assertThat(excess.wanted()).isCloseTo(26, within(1e-6));
    assertThat(excess.units()).isCloseTo(0, within(1e-6));
    assertThat(excess.totalCents()).isZero();
  }

  @Test
  void of_goodsThatKeep_costsHoldingUntilTheyAreSold() {
    Excess excess = excess(60, 10, 0, new Batch(106, 60), new Batch(20, 60));

    assertThat(excess.units()).isCloseTo(100, within(1e-6));
    assertThat(excess.soldInDays()).isEqualTo(10);
    assertThat(excess.lastsDays()).as("126 at 10 a day").isEqualTo(13);
    assertThat(excess.expiringUnits()).isZero();
    // 90 + 80 + ... + 10 nights of a unit at 100 x 0.25 / 365 cents
    assertThat(excess.holdingCents()).isEqualTo(Math.round(450 * 25 / 365.0)).isEqualTo(31);
  }

  @Test
  void of_goodsThatExpire_costsWhatIsNotSoldByThen() {
    Excess excess = excess(14, 10, 0, new Batch(300, 14));

    assertThat(excess.units()).isCloseTo(274, within(1e-6));
    assertThat(excess.expiringUnits()).as("300 less 14 days of 10").isCloseTo(160, within(1e-4));
    assertThat(excess.wasteCents()).isEqualTo(16_000);
    assertThat(excess.soldInDays()).as("never").isNull();
    // 264 + 254 + ... + 134
    assertThat(excess.holdingCents()).isEqualTo(Math.round(2_786 * 25 / 365.0));
  }

  @Test
  void of_oldAndFresh_oldAreSoldFirst() {
    Excess excess = excess(14, 10, 0, new Batch(100, 14), new Batch(50, 2));

    assertThat(excess.expiringUnits()).as("50 less 2 days of 10").isCloseTo(30, within(1e-4));
  }

  @Test
  void of_notTooMuchButOld_isWhatExpires() {
    Excess excess = excess(14, 10, 0, new Batch(26, 1));

    assertThat(excess.units()).isCloseTo(16, within(1e-4));
    assertThat(excess.wasteCents()).isEqualTo(1_600);
  }

  @Test
  void of_warehouse_countsWhatItsPlacesHave_butOnlyItsOwnIsTooMuch() {
    Excess excess = excess(60, 10, 200, new Batch(50, 60));

    assertThat(excess.units()).isCloseTo(50, within(1e-6));
    assertThat(excess.soldInDays()).as("224 at 10 a day").isEqualTo(23);
  }

  @Test
  void of_moreThanTheForecastSells_goesOnAtItsMean() {
    Excess excess = excess(365, 10, 0, new Batch(500, 365));

    assertThat(excess.soldInDays()).as("474 at 10 a day").isEqualTo(48);
    assertThat(excess.lastsDays()).isEqualTo(50);
    assertThat(excess.expiringUnits()).isZero();
  }

  @Test
  void of_nothingIsSold_allExpires() {
    Excess excess = excess(60, 0, 0, new Batch(50, 60));

    assertThat(excess.soldInDays()).isNull();
    assertThat(excess.lastsDays()).isNull();
    assertThat(excess.expiringUnits()).isCloseTo(50 - 6, within(1e-6));
  }

  @Test
  void of_uncertainDemand_expectsWhatIsLeft_butForTheRiskOfThePolicy() {
    // 10 a day at the median, 5 to 15 in two of three cases; two in three of 6 days, and a lot
    DemandOutlook outlook = outlook(10, 0.5, 1, 1.5);
    Item item = TestShop.item("soup", "line-1", 5);

    Excess excess = excess(item, outlook, 0, new Batch(100, 5));

    DemandDistribution fiveDays = outlook.ofFirst(5);
    assertThat(excess.wanted()).isCloseTo(outlook.ofFirst(6).quantile(2 / 3.0) + 6, within(1e-6));
    assertThat(excess.expiringUnits())
        .isCloseTo(
            fiveDays.expectedLeft(100) - fiveDays.expectedLeft(excess.wanted()), within(1e-6));
  }

  @Test
  void of_anyBatches_expireAsInAShopThatSellsTheOldestFirst() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<Batch> batches = new ArrayList<>();
      for (int i = random.nextInt(5); i >= 0; i--) {
        batches.add(new Batch(random.nextInt(120), random.nextInt(15)));
      }
      double all = batches.stream().mapToDouble(Batch::units).sum();
      if (all >= 20 * 14) {
        continue; // the shop would be out of stock in between, as the rule assumes it is not
      }

      double expiring = excess(14, 10, 0, batches.toArray(Batch[]::new)).expiringUnits();

      assertThat(expiring).as("seed %d: %s", seed, batches).isCloseTo(shop(batches), within(1e-3));
    }
  }

  /** Units thrown away by a shop that sells 10 a day, the oldest first. */
  private static double shop(List<Batch> batches) {
    List<Batch> sorted = batches.stream().sorted(Comparator.comparingInt(Batch::daysLeft)).toList();
    double[] left = sorted.stream().mapToDouble(Batch::units).toArray();
    double thrown = 0;
    for (int day = 0; day <= 14; day++) {
      for (int i = 0; i < left.length; i++) {
        if (sorted.get(i).daysLeft() == day) {
          thrown += left[i];
          left[i] = 0;
        }
      }
      double demand = 10;
      for (int i = 0; i < left.length; i++) {
        double sold = Math.min(demand, left[i]);
        left[i] -= sold;
        demand -= sold;
      }
    }
    return thrown + Arrays.stream(left).sum();
  }

  private static Excess excess(int shelfLife, double daily, double below, Batch... batches) {
    Item item = TestShop.item("soup", "line-1", shelfLife);
    return excess(item, outlook(daily, 1, 1, 1), below, batches);
  }

  private static Excess excess(Item item, DemandOutlook outlook, double below, Batch... batches) {
    StockPolicy policy = policy(item);
    return new ExcessStock(item, policy)
        .of(policy.protection(outlook, TODAY), List.of(batches), below);
  }

  private static StockPolicy policy(Item item) {
    return new StockPolicy(item, new Deliveries(1, List.of()));
  }

  private static DemandOutlook outlook(double daily, double low, double middle, double high) {
    float[] mean = new float[28];
    double[] factors = {low, middle, high};
    float[][] cumulative = new float[3][28];
    for (int day = 0; day < 28; day++) {
      mean[day] = (float) daily;
      for (int level = 0; level < 3; level++) {
        cumulative[level][day] = (float) (daily * factors[level] * (day + 1));
      }
    }
    return new DemandOutlook(TODAY - 1, new float[] {0.17f, 0.5f, 0.83f}, mean, cumulative);
  }
}
