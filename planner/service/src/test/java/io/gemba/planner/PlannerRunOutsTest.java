package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Replenishment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shelves that will be empty before an order can arrive, as exceptions of the planner's page. */
class PlannerRunOutsTest {
  private static final LocalDate TODAY = TestSite.TODAY;

  private TestPlanner planner;

  @BeforeEach
  void open() {
    planner = TestPlanner.open(TestSite.site());
  }

  @AfterEach
  void stop() {
    planner.close();
  }

  @Test
  void shelfThatIsEmptyBeforeTheOrderArrives_counts_untilSomebodyDecides() {
    planner.feed(runOut("soup", "south", TODAY, TODAY.plusDays(1)));
    planner.feed(runOut("hummus", "north", TODAY, TODAY.plusDays(2)));
    int both = exceptions();
    planner.http.write("/api/v1/replenishments/rep-soup-south/approve", "{}");
    int one = exceptions();
    planner.http.write(
        "/api/v1/replenishments/rep-hummus-north/snooze", "{\"until\":\"2026-11-25\"}");

    assertThat(both).isEqualTo(2);
    assertThat(one).isEqualTo(1);
    assertThat(exceptions()).isZero();
    assertThat(runOuts()).isZero();
  }

  @Test
  void orderThatArrivesInTime_orThatHasNoRunOut_isNoException() {
    planner.feed(runOut("soup", "south", TODAY.plusDays(1), TODAY.plusDays(1)));
    planner.feed(runOut("hummus", "north", null, TODAY.plusDays(1)));

    assertThat(runOuts()).isZero();
    assertThat(exceptions()).isZero();
  }

  @Test
  void unitsThatAMachineLost_countThoughTheShelfLasts() {
    planner.feed(TestSite.replenishment("soup", "south", 5_000, 12, List.of("stop-1")));

    assertThat(runOuts()).isEqualTo(1);
  }

  @Test
  void orderAndTransferForOneShelf_countOnce_andOverstocksBeside() {
    Replenishment order = runOut("soup", "north", TODAY, TODAY.plusDays(3));
    planner.feed(order);
    planner.feed(
        changed(TestSite.transfer("soup", "south", "north", 4_000), TODAY, TODAY.plusDays(1)));
    planner.feed(TestSite.overstock("hummus", "south", 20, 9_000));

    assertThat(runOuts()).isEqualTo(1);
    assertThat(exceptions()).isEqualTo(2);
  }

  private int runOuts() {
    return planner.http.json("/api/v1/replenishments").path("runOuts").asInt(-1);
  }

  private int exceptions() {
    return planner.http.json("/api/v1/strip").at("/open/schedules").asInt(-1);
  }

  private static Replenishment runOut(
      String item, String place, @Nullable LocalDate emptyOn, LocalDate arrives) {
    return changed(TestSite.replenishment(item, place, 5_000, 0, List.of()), emptyOn, arrives);
  }

  private static Replenishment changed(
      Replenishment one, @Nullable LocalDate emptyOn, LocalDate arrives) {
    return new Replenishment(
        one.id(),
        one.revision(),
        one.item(),
        one.place(),
        one.source(),
        one.madeAt(),
        one.orderBy(),
        arrives,
        one.quantity(),
        one.packs(),
        one.costCents(),
        one.onHand(),
        one.onOrder(),
        emptyOn,
        one.runOutProbabilityWithout(),
        one.runOutProbabilityWith(),
        one.riskWithoutCents(),
        one.riskWithCents(),
        one.savedCents(),
        one.lostUnits(),
        one.reason(),
        one.causes(),
        one.transfer());
  }
}
