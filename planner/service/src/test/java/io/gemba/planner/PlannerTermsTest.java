package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.message.Workload;
import io.gemba.planner.health.Readiness;
import io.gemba.planner.intake.OrderRows;
import io.gemba.planner.roster.RosterDocument;
import io.gemba.planner.routes.RouteDocument;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.Store;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.routes.RouteResult;
import io.gemba.routes.check.RouteChecker;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a site file with terms to the plans in force, which keep them. */
class PlannerTermsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Store store;
  private PlannerServer server;
  private PlannerService service;
  private Http http;

  @BeforeEach
  void start() {
    Settings settings = TestSite.settings(TestDatabase.create());
    store = Store.open(settings.database());
    server = PlannerServer.open(settings.web(), new Readiness());
    service = PlannerService.assemble(server.context(settings, site(), TestSite.clock()), store);
    server.attach(service);
    http = new Http(server.port());
  }

  @AfterEach
  void stop() {
    service.close();
    server.close();
  }

  /** Nothing that is owed: any roster of few shifts keeps the rules, however short the search. */
  private static Site site() {
    return SiteFile.parse(
        Path.of("rich-site.yaml"), TestSite.richYaml().replaceAll("least: (15|2), most", "most"));
  }

  @Test
  void rosterInForce_keepsContractsAndPairs() throws IOException {
    work();

    http.write("/api/v1/roster/plan", "");
    await("/api/v1/roster", roster -> !roster.path("published").isNull());

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

    http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    JsonNode shown =
        await("/api/v1/routes?day=" + TestSite.TODAY, one -> !one.path("published").isNull());

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
    return store
        .call(transaction -> store.plans().findCurrent(transaction, slot))
        .orElseThrow()
        .body()
        .getBytes(StandardCharsets.UTF_8);
  }

  private void order(String id, String to) {
    Order order = TestSite.order(id, to, TestSite.TODAY);
    store.run(transaction -> store.orders().put(transaction, OrderRows.of(List.of(order))));
  }

  private void work() {
    for (int i = 0; i < 14; i++) {
      Workload pick = TestSite.workload("warehouse", "pick", TestSite.TODAY.plusDays(i));
      Instant at = pick.day().atStartOfDay().toInstant(ZoneOffset.UTC);
      store.run(
          transaction ->
              store
                  .workload()
                  .put(
                      transaction,
                      List.of(new LatestTable.Row<>(pick.id(), 0, 0, true, at, pick))));
    }
  }

  private JsonNode await(String path, Predicate<JsonNode> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode last = http.json(path);
    while (!condition.test(last) && System.nanoTime() < end) {
      Thread.onSpinWait();
      last = http.json(path);
    }
    assertThat(condition.test(last)).as("%s: %s", path, last).isTrue();
    return last;
  }
}
