package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static io.gemba.rosters.TestRosters.withPins;
import static io.gemba.rosters.TestRosters.withPublished;
import static io.gemba.rosters.TestRosters.withSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gemba.message.Json;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterResult.Assignment;
import io.gemba.rosters.RosterResult.Blocked;
import io.gemba.rosters.RosterResult.Gap;
import io.gemba.rosters.RosterResult.RuleScore;
import io.gemba.rosters.RosterResult.Violation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RosterPlannerTest {
  private static final Person ANN = person("ann", "pick");
  private static final Person BOB = person("bob", "pick");

  private final RosterPlanner planner = new RosterPlanner();

  private RosterResult solve(RosterRequest request) {
    return planner.solve(request, RosterProgress.Listener.SILENT, () -> false);
  }

  @Test
  void oneHeadOnOneDay_isCoveredByOneEarlyShift() {
    RosterRequest request =
        request(7, List.of(ANN, BOB), List.of(demand("pick", MONDAY.plusDays(2), 1)));

    RosterResult result = solve(request);

    assertThat(result.assignments())
        .filteredOn(a -> a.day().equals(MONDAY.plusDays(2)) && a.shift().equals("E"))
        .singleElement()
        .returns("hall", Assignment::place)
        .returns(MONDAY.plusDays(2).atTime(14, 0), Assignment::end);
    assertThat(result.gaps()).isEmpty();
    assertThat(result.costs().underCents()).isZero();
    assertThat(result.cover().get(0).have().subList(6, 14)).containsOnly(1.0);
  }

  @Test
  void nobodyLeft_isAGapWithItsPriceAndWhoIsBlocked() {
    Person away =
        new Person("ann", "hall", List.of("pick"), 40, 48, 2_000, 1.5, List.of(MONDAY), null);
    Person only = person("bob", "pick");
    RosterRequest request =
        withPins(
            request(1, List.of(away, only), List.of(demand("pick", MONDAY, 2))),
            List.of(new Cell("bob", MONDAY, "L", "pick")));

    RosterResult result = solve(request);

    assertThat(result.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.fromHour()).isEqualTo(6);
              assertThat(gap.toHour()).isEqualTo(14);
              assertThat(gap.shortHours()).isEqualTo(16);
              assertThat(gap.cents()).isEqualTo(16 * 4_000);
              assertThat(gap.blocked())
                  .extracting(Blocked::person, Blocked::rule)
                  .containsExactly(tuple("ann", "availability"), tuple("bob", "one shift a day"));
            });
    assertThat(result.costs().underCents())
        .isEqualTo(result.gaps().stream().mapToLong(Gap::cents).sum());
  }

  @Test
  void pins_areKeptAndTheirViolationsNamed() {
    RosterRequest request =
        withPins(
            request(2, List.of(ANN), List.of()),
            List.of(
                new Cell("ann", MONDAY, "L", "pick"),
                new Cell("ann", MONDAY.plusDays(1), "E", "pick")));

    RosterResult result = solve(request);

    assertThat(result.assignments()).extracting(Assignment::shift).containsExactly("L", "E");
    assertThat(result.violations())
        .singleElement()
        .returns("rest", Violation::rule)
        .returns(180L, Violation::amount);
    assertThat(result.rules()).contains(new RuleScore("rest", 1, 0));
  }

  @Test
  void publishedRoster_staysWhenChangesAreDear() {
    RosterRequest request =
        request(7, List.of(ANN, BOB), List.of(demand("pick", MONDAY.plusDays(1), 1)));
    Published bobDoesIt =
        new Published(
            List.of(new Cell("bob", MONDAY.plusDays(1), "E", "pick")),
            MONDAY,
            MONDAY.plusDays(6),
            1_000_000);

    RosterResult result = solve(withPublished(request, bobDoesIt));

    assertThat(result.assignments())
        .singleElement()
        .returns("bob", Assignment::person)
        .returns(false, Assignment::changed);
    assertThat(result.costs().changesCents()).isZero();
  }

  @Test
  void sickCall_changesOnlyWhatItMust() {
    Person sick =
        new Person(
            "bob", "hall", List.of("pick"), 40, 48, 2_000, 1.5, List.of(MONDAY.plusDays(1)), null);
    RosterRequest request =
        request(7, List.of(ANN, sick), List.of(demand("pick", MONDAY.plusDays(1), 1)));
    Published bobDoesIt =
        new Published(
            List.of(new Cell("bob", MONDAY.plusDays(1), "E", "pick")),
            MONDAY,
            MONDAY.plusDays(6),
            500);

    RosterResult result =
        solve(withSearch(withPublished(request, bobDoesIt), new Search(60, 2_000, 1)));

    assertThat(result.assignments())
        .singleElement()
        .returns("ann", Assignment::person)
        .returns(true, Assignment::changed);
    assertThat(result.costs().changesCents()).isEqualTo(2 * 500);
  }

  @Test
  void cancelledSearch_returnsSoonWithARoster() {
    RosterRequest request =
        withSearch(TestRosters.random(4, 20, 14, Search.seconds(1, 1)), Search.seconds(300, 1));
    AtomicBoolean cancel = new AtomicBoolean();
    List<RosterProgress> heard = new CopyOnWriteArrayList<>();

    RosterResult result =
        planner.solve(
            request,
            progress -> {
              heard.add(progress);
              cancel.set(heard.size() > 1);
            },
            cancel::get);

    assertThat(result.run().cancelled()).isTrue();
    assertThat(result.run().millis()).isLessThan(100_000);
    assertThat(heard).isEqualTo(result.run().trace());
    assertThat(result.violations()).isEmpty();
  }

  @Test
  void everyDayPinned_needsNoSearch() {
    RosterRequest request =
        withPins(
            request(1, List.of(ANN), List.of(demand("pick", MONDAY, 1))),
            List.of(new Cell("ann", MONDAY, null, null)));

    RosterResult result = solve(request);

    assertThat(result.assignments()).isEmpty();
    assertThat(result.costs().underCents()).isEqualTo(8 * 4_000);
  }

  @Test
  void requestAndResult_surviveJson() throws IOException {
    RosterRequest request = TestRosters.random(2, 5, 7, new Search(20, 50, 2));

    RosterRequest read = Json.read(Json.write(request), RosterRequest.class);
    RosterResult result = solve(read);

    assertThat(read).isEqualTo(request);
    assertThat(Json.read(Json.write(result), RosterResult.class)).isEqualTo(result);
  }
}
