package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterRequest.Break;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Notice;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.PriceStep;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request says, by prices computed by hand. */
class RequestPricesTest {
  private static final Person ANN = person("ann", "pick");
  private static final Person BOB = person("bob", "pick");

  private static Cell early(String person, int day) {
    return new Cell(person, MONDAY.plusDays(day), "E", "pick");
  }

  /** One of one, four intervals an hour: heads are missing in three quarters from six on. */
  @Test
  void quarterHours_andPriceSteps_arePricedByHeadAndMinute() {
    List<Integer> heads = new ArrayList<>(Collections.nCopies(96, 0));
    heads.set(24, 4);
    heads.set(25, 2);
    heads.set(26, 1);
    Demand demand =
        new Demand(
            "hall",
            "pick",
            MONDAY,
            heads,
            1_200,
            400,
            0,
            List.of(new PriceStep(2, 3_600)),
            List.of());
    RosterRequest request = TestRequest.of(7, ANN).demand(demand).build();

    Assessment nobody = RosterChecker.assess(request, List.of());
    Assessment ann = RosterChecker.assess(request, List.of(early("ann", 0)));

    // a quarter of an hour: 4 missing are 2 x 300 + 2 x 900, 2 are 600, 1 is 300
    assertThat(nobody.costs().underCents()).isEqualTo(2_400 + 600 + 300);
    // 3 missing are 600 + 900, 1 is 300, none; 29 of 32 quarters are one too many
    assertThat(ann.costs().underCents()).isEqualTo(1_500 + 300);
    assertThat(ann.costs().overCents()).isEqualTo(29 * 100);
  }

  @Test
  void levels_coverTheirOwnAndTheDemandOfAnybody() {
    Person senior = TestPerson.named("ann", "pick").level("pick", 2).build();
    Demand two = demand("pick", MONDAY, 1);
    Demand seniors =
        new Demand("hall", "pick", MONDAY, two.heads(), 4_000, 0, 2, List.of(), List.of());
    RosterRequest request = TestRequest.of(7, senior, BOB).demand(two, seniors).build();

    assertThat(RosterChecker.assess(request, List.of(early("bob", 0))).costs().underCents())
        .isEqualTo(8 * 4_000);
    assertThat(RosterChecker.assess(request, List.of(early("ann", 0))).costs().underCents())
        .isZero();
  }

  @Test
  void breaks_coverNothing_andArePaidAsTheySay() {
    Shift shift =
        new Shift(
            "B",
            LocalTime.of(6, 0),
            LocalTime.of(14, 0),
            0,
            List.of(),
            List.of(),
            List.of(new Break(60, 15, true), new Break(240, 30, false)));
    RosterRequest request =
        TestRequest.of(7, ANN).shifts(shift).demand(demand("pick", MONDAY, 1)).build();

    Assessment assessed =
        RosterChecker.assess(request, List.of(new Cell("ann", MONDAY, "B", "pick")));

    assertThat(assessed.hours().get(0).workedMinutes()).isEqualTo(450);
    assertThat(assessed.costs().underCents()).isEqualTo(45 * 4_000 / 60);
    assertThat(assessed.cover().get(0).have()).element(7).isEqualTo(0.75);
  }

  @Test
  void overtime_isDearerByStep() {
    TestContract steps = new TestContract().overtime(2, 2).overtime(5, 3);
    Person low =
        TestPerson.named("ann", "pick").contractHours(0).hourlyCents(1_000).under(steps).build();
    RosterRequest request = TestRequest.of(7, low).build();

    Assessment assessed = RosterChecker.assess(request, List.of(early("ann", 0)));

    // 7.5 hours: 2 at 15, 3 at 20, 2.5 at 30
    assertThat(assessed.costs().overtimeCents()).isEqualTo(3_000 + 6_000 + 7_500);
  }

  @Test
  void changes_costByTheNoticeGiven() {
    List<Notice> notices = List.of(new Notice(1, 5_000), new Notice(3, 2_000));
    RosterRequest request =
        TestRequest.of(7, ANN)
            .published(new Published(List.of(), MONDAY, MONDAY.plusDays(6), 100, MONDAY, notices))
            .build();

    assertThat(changes(request, 0)).isEqualTo(5_000);
    assertThat(changes(request, 2)).isEqualTo(2_000);
    assertThat(changes(request, 3)).isEqualTo(100);
  }

  private static long changes(RosterRequest request, int day) {
    return RosterChecker.assess(request, List.of(early("ann", day))).costs().changesCents();
  }
}
