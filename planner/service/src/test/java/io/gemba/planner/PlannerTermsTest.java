package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.planner.intake.OrderRows;
import io.gemba.planner.roster.RosterDocument;
import io.gemba.planner.routes.RouteDocument;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.routes.RouteResult;
import io.gemba.routes.check.RouteChecker;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a site file with terms to the plans in force, which keep them. */
class PlannerTermsTest {
  private TestPlanner planner;

  @BeforeEach
  void start() {
    planner = TestPlanner.open(site());
  }

  @AfterEach
  void stop() {
    planner.close();
  }

  /** Nothing that is owed: any roster of few shifts keeps the rules, however short the search. */
  private static Site site() {
    return SiteFile.parse(
        Path.of("rich-site.yaml"), TestSite.richYaml().replaceAll("least: (15|2), most", "most"));
  }

  @Test
  void rosterInForce_keepsContractsAndPairs() throws IOException {
    planner.rostered();

    RosterDocument roster = Json.read(published("ROSTER"), RosterDocument.class);
    RosterRequest asked = roster.request();
    assertThat(asked.people().get(0).limits().weekMinutes().most()).isEqualTo(1440);
    assertThat(asked.people().get(0).wishes()).hasSize(2);
    assertThat(asked.pairs()).hasSize(1);
    assertThat(asked.demand()).anyMatch(row -> row.level() == 2);
    var checked =
        RosterChecker.assess(
            asked,
            roster.result().assignments().stream()
                .map(
                    one ->
                        new RosterRequest.Cell(one.person(), one.day(), one.shift(), one.skill()))
                .toList());
    assertThat(checked.feasible()).isTrue();
    assertThat(checked.costs()).isEqualTo(roster.result().costs());
    assertThat(roster.result().assignments())
        .filteredOn(one -> one.skill().equals("drive"))
        .allMatch(one -> one.shift().equals("E"));
  }

  @Test
  void routesInForce_keepDutiesAndTraffic() throws IOException {
    order("o1", "north");
    order("o2", "south");

    planner.http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    JsonNode shown =
        planner.await(
            "/api/v1/routes?day=" + TestSite.TODAY, one -> !one.path("published").isNull());

    RouteDocument routes = Json.read(published("ROUTES-" + TestSite.TODAY), RouteDocument.class);
    assertThat(routes.request().travel().traffic()).isNotNull();
    assertThat(routes.request().orders())
        .filteredOn(order -> order.id().equals("o1"))
        .allMatch(order -> order.needs().skills().contains("tail-lift"));
    assertThat(RouteChecker.mismatches(routes.request(), routes.result())).isEmpty();
    assertThat(routes.result().routes())
        .filteredOn(route -> route.vehicle().equals("v2"))
        .flatExtracting(RouteResult.Route::stops)
        .extracting(RouteResult.Stop::order)
        .doesNotContain("o1");
    assertThat(shown.path("routes")).allMatch(route -> route.path("halts").isArray());
  }

  private byte[] published(String slot) {
    return planner
        .store
        .call(transaction -> planner.store.plans().findCurrent(transaction, slot))
        .orElseThrow()
        .body()
        .getBytes(StandardCharsets.UTF_8);
  }

  private void order(String id, String to) {
    Order order = TestSite.order(id, to, TestSite.TODAY);
    planner.store.run(
        transaction -> planner.store.orders().put(transaction, OrderRows.of(List.of(order))));
  }
}
