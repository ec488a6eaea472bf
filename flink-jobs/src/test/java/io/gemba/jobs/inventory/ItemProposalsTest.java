package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.jobs.TestShop;
import io.gemba.message.Order;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.Stock;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Feta comes from a supplier on Mondays and Thursdays; today is a Monday. */
final class ItemProposalsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOON = TODAY.atTime(12, 0).atZone(TestShop.ZONE).toInstant();
  private static final float[] LEVELS = {0.1f, 0.5f, 0.8f, 0.9f, 0.95f, 0.98f, 0.99f};
  private static final float[] SPREAD = {-1.28f, 0, 0.84f, 1.28f, 1.64f, 2.05f, 2.33f};

  private final Site site = TestShop.withVan();
  private final InventoryIntake intake = new InventoryIntake(site);
  private final ItemProposals proposals = new ItemProposals(site);
  private final ItemState state = new ItemState();
  private final Map<String, PlaceStock> places = new HashMap<>();
  private final List<Overstock> overstocks = new ArrayList<>();

  @Test
  void transfer_fullShopBesideAnEmptyOne_isProposedWithWhatItSaves() {
    has("a", 120, 10);
    has("b", 4, 10);

    Replenishment transfer = only(propose());

    assertThat(transfer.id()).isEqualTo("feta@b/2026-11-23/from-a");
    assertThat(transfer.key()).isEqualTo("feta@b<a");
    assertThat(transfer.source()).isEqualTo("a");
    assertThat(transfer.arrives()).isEqualTo(TODAY.plusDays(1));
    // an order of today comes on Thursday: b lacks Tuesday and Wednesday, a keeps its three days
    assertThat(transfer.quantity()).isBetween(18.0, 30.0);
    assertThat(transfer.quantity() % 6).isZero();
    assertThat(transfer.runOutProbabilityWithout()).isGreaterThan(0.9);
    assertThat(transfer.runOutProbabilityWith()).isLessThan(0.3);
    assertThat(transfer.savedCents()).isBetween(3_000L, 4_000L);
    assertThat(transfer.reason())
        .startsWith("4 on hand and 0 on order:")
        .contains("before an order of today arrives on Thu 26 Nov", "from a, which has 120");
  }

  @Test
  void transfer_ordered_isTakenBackAndTheGiverCanGiveLess() {
    has("a", 120, 10);
    has("b", 4, 10);
    Replenishment transfer = only(propose());

    order("t", "a", "b", transfer.quantity());
    List<Replenishment> next = propose();

    assertThat(next)
        .filteredOn(one -> one.id().equals(transfer.id()))
        .singleElement()
        .satisfies(one -> assertThat(one.quantity()).isZero())
        .satisfies(one -> assertThat(one.revision()).isEqualTo(1));
    assertThat(places.get("a").free()).isEqualTo(120 - transfer.quantity());
    assertThat(places.get("b").onOrder()).isEqualTo(transfer.quantity());
  }

  @Test
  void transfer_notCounted_neitherGivesNorGets() {
    has("a", 120, 10);
    expects("b", 10);

    assertThat(propose()).extracting(Replenishment::transfer).containsOnlyNulls();
  }

  @Test
  void transfer_withoutVans_isNotProposed() {
    ItemProposals noVans = new ItemProposals(TestShop.site());
    has("a", 120, 10);
    has("b", 4, 10);

    assertThat(propose(noVans)).extracting(Replenishment::transfer).containsOnlyNulls();
  }

  @Test
  void fedShops_enoughInTheWarehouse_orderFromItForTheNextDay() {
    has("a", 4, 10);
    counted("warehouse", 300);

    Replenishment order = at(propose(), "a");

    assertThat(order.source()).isEqualTo("warehouse");
    assertThat(order.arrives()).isEqualTo(TODAY.plusDays(1));
    assertThat(order.quantity()).as("two days of 10, 4 there").isBetween(12.0, 36.0);
    assertThat(order.transfer()).isNull();
  }

  @Test
  void fedShops_shortWarehouse_shareWhatItHasBySavedMoney() {
    has("a", 0, 20);
    has("b", 30, 20);
    counted("warehouse", 24);

    List<Replenishment> sent = propose();

    assertThat(at(sent, "a").quantity() + at(sent, "b").quantity()).isEqualTo(24);
    assertThat(at(sent, "a").quantity()).isGreaterThan(at(sent, "b").quantity());
    assertThat(at(sent, "a").reason()).contains("warehouse has too little for all:");
    assertThat(at(sent, "warehouse").quantity()).isPositive();
    assertThat(at(sent, "warehouse").source()).isEqualTo("al-bayrak");
  }

  @Test
  void fedShops_whatIsPromised_isNotPromisedTwice() {
    has("a", 0, 20);
    has("b", 0, 20);
    counted("warehouse", 48);
    order("o", "warehouse", "a", 42);

    List<Replenishment> sent = propose();

    assertThat(at(sent, "a").quantity() + at(sent, "b").quantity()).isEqualTo(6);
  }

  @Test
  void secondRound_nothingNew_saysNothing() {
    has("a", 120, 10);
    has("b", 4, 10);
    propose();

    assertThat(propose()).isEmpty();
  }

  private List<Replenishment> propose() {
    return propose(proposals);
  }

  private List<Replenishment> propose(ItemProposals rule) {
    List<Replenishment> sent = new ArrayList<>();
    rule.propose(
        "feta",
        state,
        places,
        new ItemProposals.Round(NOON.toEpochMilli(), new ItemProposals.Patience(0, 0)),
        new ItemProposals.Out(sent::add, overstocks::add));
    state.settle();
    return sent;
  }

  private static Replenishment only(List<Replenishment> sent) {
    List<Replenishment> transfers = sent.stream().filter(one -> one.transfer() != null).toList();
    assertThat(transfers).hasSize(1);
    return transfers.get(0);
  }

  private static Replenishment at(List<Replenishment> sent, String place) {
    return sent.stream().filter(one -> one.key().equals("feta@" + place)).findFirst().orElseThrow();
  }

  private void has(String place, double units, double daily) {
    counted(place, units);
    expects(place, daily);
  }

  private void counted(String place, double units) {
    take(
        intake.of(
            new Stock(
                "c-" + place,
                Stock.Kind.COUNT,
                "feta",
                place,
                NOON.minusSeconds(60),
                units,
                0,
                "count")));
  }

  private void order(String id, String from, String to, double units) {
    take(
        intake.of(
            new Order(
                id,
                Order.Kind.REPLENISHMENT,
                Order.Status.OPEN,
                from,
                to,
                NOON,
                NOON,
                NOON.plusSeconds(90_000),
                List.of(new Order.Line("feta", units)),
                1,
                1,
                1,
                List.of())));
  }

  private void take(List<InventoryEvent> events) {
    for (InventoryEvent event : events) {
      if (event instanceof InventoryEvent.Stocked stocked) {
        stock(stocked.stock().place()).stock(stocked.stock());
      } else if (event instanceof InventoryEvent.Ordered ordered) {
        stock(ordered.place()).order(ordered);
      }
    }
  }

  /** Demand of the same mean every day, variance equal to it. */
  private void expects(String place, double daily) {
    float[] mean = new float[28];
    float[][] cumulative = new float[LEVELS.length][28];
    for (int day = 0; day < mean.length; day++) {
      mean[day] = (float) daily;
      for (int level = 0; level < LEVELS.length; level++) {
        double sum = daily * (day + 1);
        cumulative[level][day] = (float) Math.max(0, sum + SPREAD[level] * Math.sqrt(sum));
      }
    }
    int origin = (int) TODAY.minusDays(1).toEpochDay();
    stock(place).expect(new DemandOutlook(origin, LEVELS, mean, cumulative), NOON.toEpochMilli());
  }

  private PlaceStock stock(String place) {
    return places.computeIfAbsent(place, id -> new PlaceStock());
  }
}
