package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Json;
import io.gemba.rosters.RosterRequest.Break;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Notice;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.PriceStep;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterRequest.Wish;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Features of a request by hand-computed prices, its errors and its contradictions. */
class RichRequestTest {
  private static final Person ANN = person("ann", "pick");
  private static final Person BOB = person("bob", "pick");

  private static Person under(String id, TestContract contract) {
    return new Person(
        id,
        "hall",
        List.of("pick"),
        40,
        48,
        2_000,
        1.5,
        List.of(),
        null,
        Map.of(),
        contract.build(),
        List.of());
  }

  private static Cell early(String person, int day) {
    return new Cell(person, MONDAY.plusDays(day), "E", "pick");
  }

  private static RosterRequest with(RosterRequest plain, List<Demand> demand, List<Pair> pairs) {
    return new RosterRequest(
        plain.firstDay(),
        plain.days(),
        plain.people(),
        plain.shifts(),
        demand,
        plain.rules(),
        plain.pins(),
        plain.published(),
        plain.search(),
        pairs);
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
    RosterRequest request =
        with(TestRosters.request(7, List.of(ANN), List.of()), List.of(demand), List.of());

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
    Person senior =
        new Person(
            "ann",
            "hall",
            List.of("pick"),
            40,
            48,
            2_000,
            1.5,
            List.of(),
            null,
            Map.of("pick", 2),
            null,
            List.of());
    Demand two = demand("pick", MONDAY, 1);
    Demand seniors =
        new Demand("hall", "pick", MONDAY, two.heads(), 4_000, 0, 2, List.of(), List.of());
    RosterRequest request =
        with(
            TestRosters.request(7, List.of(senior, BOB), List.of()),
            List.of(two, seniors),
            List.of());

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
    RosterRequest plain = TestRosters.request(7, List.of(ANN), List.of(demand("pick", MONDAY, 1)));
    RosterRequest request =
        new RosterRequest(
            MONDAY,
            7,
            plain.people(),
            List.of(shift),
            plain.demand(),
            plain.rules(),
            List.of(),
            null,
            plain.search());

    Assessment assessed =
        RosterChecker.assess(request, List.of(new Cell("ann", MONDAY, "B", "pick")));

    assertThat(assessed.hours().get(0).workedMinutes()).isEqualTo(450);
    assertThat(assessed.costs().underCents()).isEqualTo(45 * 4_000 / 60);
    assertThat(assessed.cover().get(0).have()).element(7).isEqualTo(0.75);
  }

  @Test
  void overtime_isDearerByStep() {
    Person ann = under("ann", new TestContract().overtime(2, 2).overtime(5, 3));
    Person low =
        new Person(
            ann.id(),
            ann.place(),
            ann.skills(),
            0,
            48,
            1_000,
            1.5,
            List.of(),
            null,
            Map.of(),
            ann.contract(),
            List.of());
    RosterRequest request = TestRosters.request(7, List.of(low), List.of());

    Assessment assessed = RosterChecker.assess(request, List.of(early("ann", 0)));

    // 7.5 hours: 2 at 15, 3 at 20, 2.5 at 30
    assertThat(assessed.costs().overtimeCents()).isEqualTo(3_000 + 6_000 + 7_500);
  }

  @Test
  void changes_costByTheNoticeGiven() {
    RosterRequest request =
        TestRosters.withPublished(
            TestRosters.request(7, List.of(ANN), List.of()),
            new Published(
                List.of(),
                MONDAY,
                MONDAY.plusDays(6),
                100,
                MONDAY,
                List.of(new Notice(1, 5_000), new Notice(3, 2_000))));

    assertThat(changes(request, 0)).isEqualTo(5_000);
    assertThat(changes(request, 2)).isEqualTo(2_000);
    assertThat(changes(request, 3)).isEqualTo(100);
  }

  private static long changes(RosterRequest request, int day) {
    return RosterChecker.assess(request, List.of(early("ann", day))).costs().changesCents();
  }

  @Test
  void json_keepsEverything() throws IOException {
    for (long seed = 1; seed <= 8; seed++) {
      RosterRequest rich = RichRosters.random(seed, 6, 11, Search.seconds(1, seed));

      String json = Json.mapper().writeValueAsString(rich);

      assertThat(Json.mapper().readValue(json, RosterRequest.class)).isEqualTo(rich);
      assertThat(json).doesNotContain("\"night\"");
    }
  }

  /** Requests and results from before there were contracts. */
  @Test
  void json_withoutNewerNumbers_isRead() throws IOException {
    String demand =
        """
        {"place": "hall", "skill": "pick", "day": "2026-11-23", "heads": [],
         "underCentsPerHour": 1, "overCentsPerHour": 2}
        """;
    String rules =
        """
        {"restHours": 11, "maximumConsecutiveDays": 5, "fairnessCentsPerHour": 100}
        """;
    String costs =
        """
        {"wagesCents": 1, "idleCents": 0, "overtimeCents": 0, "underCents": 0, "overCents": 0,
         "fairnessCents": 0, "changesCents": 2}
        """;

    assertThat(Json.mapper().readValue(demand, Demand.class).level()).isEqualTo(1);
    assertThat(Json.mapper().readValue(rules, RosterRequest.Rules.class))
        .isEqualTo(TestRosters.RULES);
    assertThat(Json.mapper().readValue(costs, RosterCosts.class).totalCents()).isEqualTo(3);
  }

  @Test
  void search_keepsContractsAndPairs_asTheCheckerConfirms() {
    for (long seed = 1; seed <= 4; seed++) {
      RosterRequest rich = RichRosters.random(seed, 8, 14, new Search(30, 2_000, seed));

      RosterResult result =
          new RosterPlanner().solve(rich, RosterProgress.Listener.SILENT, () -> false);

      assertThat(result.violations().size())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(result.baselineViolations());
    }
  }

  /** The random requests of the differential tests leave no rule out. */
  @Test
  void randomRequests_breakAndPriceEveryRule() {
    TreeSet<String> hard = new TreeSet<>();
    TreeSet<String> priced = new TreeSet<>();
    for (long seed = 1; seed <= 12; seed++) {
      RosterRequest rich = RichRosters.random(seed, 8, 18, Search.seconds(1, seed));
      Assessment assessed = RosterChecker.assess(rich, anything(rich, new Random(seed)));
      assessed.violations().forEach(one -> hard.add(one.rule()));
      assessed.rules().stream()
          .filter(rule -> rule.cents() > 0)
          .forEach(rule -> priced.add(rule.rule()));
    }

    assertThat(hard)
        .contains(
            "least weekly hours",
            "roster hours",
            "weekly shifts",
            "least consecutive days",
            "free days",
            "weekends",
            "nights",
            "forbidden sequence",
            "pairs");
    assertThat(priced)
        .contains("wishes", "unwanted sequences", "pairs", "fair nights", "fair weekends");
  }

  private static List<Cell> anything(RosterRequest request, Random random) {
    List<Cell> cells = new ArrayList<>();
    for (Person person : request.people()) {
      for (int day = 0; day < request.days(); day++) {
        String code = request.shifts().get(random.nextInt(4)).code();
        if (random.nextInt(5) > 2) {
          cells.add(new Cell(person.id(), MONDAY.plusDays(day), code, person.skills().get(0)));
        }
      }
    }
    return cells;
  }

  @Test
  void everythingWrong_isSaidAtOnce() {
    Contract contract =
        new TestContract()
            .weekShifts(5, 3)
            .restHours(-1)
            .forbids(-4L, "X", "E")
            .overtime(3, 1.5)
            .overtime(2, 0.5)
            .build();
    Person ann =
        new Person(
            "ann",
            "hall",
            List.of("pick"),
            40,
            48,
            2_000,
            1.5,
            List.of(),
            new RosterRequest.History(null, 2, 3, List.of()),
            Map.of("fly", 0),
            contract,
            List.of(new Wish(MONDAY.minusDays(1), "Y", true, -5)));
    Shift shift =
        new Shift(
            "E",
            LocalTime.of(6, 0),
            LocalTime.of(7, 0),
            0,
            List.of(),
            List.of(),
            List.of(new Break(50, 20, true)));
    Demand demand =
        new Demand(
            "hall",
            "pick",
            MONDAY,
            Collections.nCopies(48, 1),
            1_000,
            100,
            7,
            List.of(new PriceStep(2, 500)),
            List.of());
    RosterRequest request =
        new RosterRequest(
            MONDAY,
            7,
            List.of(ann),
            List.of(shift),
            List.of(demand),
            TestRosters.RULES,
            List.of(),
            new Published(
                List.of(), MONDAY, MONDAY, 1, null, List.of(new Notice(3, 1), new Notice(2, -1))),
            Search.seconds(1, 1),
            List.of(new Pair("ann", "ann", true, -1L), new Pair("ann", "zoe", true, null)));

    String errors = String.join("\n", RosterRequestErrors.list(request));

    assertThat(errors)
        .contains(
            "weekShifts of the contract of person 'ann' go from 5 to 3",
            "restHours (-1.0) of the contract",
            "shift 'X' of a forbidden sequence",
            "cents (-4) of a forbidden sequence",
            "The overtime step of 2.0 hours at factor 0.5",
            "freeDays (3) of person 'ann'",
            "level 0 of 'fly' of person 'ann'",
            "The wish of person 'ann' for 2026-11-22 is outside",
            "names the shift 'Y'",
            "costs -5 cents",
            "The break of 20 minutes after 50 minutes of shift 'E'",
            "underSteps of demand hall/pick of level 7",
            "is known at level 7 by nobody",
            "days (2) of a notice",
            "cents (-1) of a notice",
            "names one person",
            "person 'zoe' of the pair",
            "centsPerHour (-1)");
  }

  @Test
  void whatCannotBeMet_isNamedWithItsNumbers() {
    Person away =
        new Person(
            "ann",
            "hall",
            List.of("pick"),
            40,
            48,
            2_000,
            1.5,
            List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3)),
            null,
            Map.of(),
            new TestContract()
                .weekMinutes(1_500, null)
                .rosterMinutes(9_000, null)
                .weekShifts(4, null)
                .nights(null, 0)
                .build(),
            List.of());
    RosterRequest plain = TestRosters.request(7, List.of(away, BOB), List.of());
    RosterRequest pinned =
        TestRosters.withPins(
            plain,
            List.of(
                new Cell("ann", MONDAY.plusDays(5), "N", "pick"),
                new Cell("bob", MONDAY.plusDays(5), "N", "pick")));

    List<String> found =
        RosterContradictions.list(
            with(pinned, List.of(), List.of(new Pair("ann", "bob", false, null))));

    assertThat(found)
        .contains(
            "'ann' owes 1500 minutes in the week from 2026-11-23 but can work 1350 at most.",
            "'ann' owes 4 shifts in the week from 2026-11-23 but can work 3 at most.",
            "'ann' owes 9000 minutes in the roster but can work 1350 at most.",
            "'ann' is pinned to 1 nights; 0 are the most.",
            "'ann' and 'bob' must not meet but are pinned to N and N on 2026-11-28.");
  }
}
