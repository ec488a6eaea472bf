package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Episode;
import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import io.gemba.message.ResourceChange;
import io.gemba.message.Workload;
import io.gemba.planner.intake.Feed;
import io.gemba.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What comes in leads to plans by itself: first published, then drafted with a reason and price.
 */
class PlannerChainTest {
  private TestPlanner planner;

  @BeforeEach
  void start() {
    Settings settings = TestSite.settings(TestDatabase.create());
    planner = TestPlanner.open(settings, TestSite.site(), new RunningClock());
    List<Workload> work = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      work.add(TestSite.workload("warehouse", "pick", TestSite.TODAY.plusDays(i)));
    }
    feed(Workload.class, work);
    feed(
        Order.class,
        List.of(
            TestSite.order("o1", "north", TestSite.TODAY),
            TestSite.order("o2", "south", TestSite.TODAY.plusDays(1))));
    planner.service.replanner().start();
  }

  @AfterEach
  void stop() {
    planner.close();
  }

  @Test
  void lostCapacity_leadsToAShiftAndAReload_eachPriced_andTheChainShowsAll() {
    planner.await("/api/v1/roster", roster -> !roster.path("published").isNull());
    String tomorrow = "/api/v1/routes?day=" + TestSite.TODAY.plusDays(1);
    planner.await(tomorrow, routes -> !routes.path("published").isNull());

    feed(Episode.class, List.of(TestSite.episode("alarm", Episode.Severity.CRITICAL)));
    feed(
        io.gemba.message.CapacityLoss.class,
        List.of(TestSite.loss("loss", 400, 15_400, List.of("alarm"))));
    Replenishment shortage =
        TestSite.replenishment("hummus", "north", 90_000, 400, List.of("loss"));
    feed(Replenishment.class, List.of(shortage));

    JsonNode roster = planner.await("/api/v1/roster", one -> !one.path("draft").isNull());
    JsonNode routes = planner.await(tomorrow, one -> !one.path("draft").isNull());
    JsonNode chain = planner.http.json("/api/v1/chains/alarm");
    assertThat(roster.at("/draft/causes/0").asText()).isEqualTo(shortage.id());
    assertThat(routes.at("/draft/causes/0").asText()).isEqualTo(shortage.id());
    assertThat(routes.findValuesAsText("order"))
        .contains("o2", "reload-north-" + TestSite.TODAY.plusDays(1));
    assertThat(chain.path("links").findValuesAsText("page"))
        .containsExactly("sensors", "sensors", "inventory", "schedules", "routes");
    assertThat(chain.path("toActCents").asLong()).isNotZero();
    assertThat(chain.path("avoidedCents").asLong()).isEqualTo(81_000);
    assertThat(chain.path("savesCents").asLong())
        .isEqualTo(81_000 - chain.path("toActCents").asLong());
    assertThat(planner.http.json("/api/v1/chains").at("/0/id").asText()).isEqualTo("loss");
  }

  @Test
  void sickCall_makesADraftWithoutThePerson_andLeavesThePublishedOneInForce() {
    JsonNode before = planner.await("/api/v1/roster", roster -> !roster.path("published").isNull());
    String person = working(before);
    Instant from = TestSite.TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    feed(
        ResourceChange.class,
        List.of(
            new ResourceChange(
                "sick-1",
                ResourceChange.Kind.PERSON,
                person,
                false,
                from,
                from.plus(Duration.ofDays(13)),
                "sick")));

    JsonNode after = planner.await("/api/v1/roster", roster -> !roster.path("draft").isNull());
    assertThat(after.at("/draft/reason").asText()).contains("is away");
    assertThat(after.at("/published/version").asInt()).isEqualTo(1);
    for (JsonNode row : after.path("people")) {
      if (row.path("id").asText().equals(person)) {
        assertThat(row.path("absences")).hasSize(1);
        assertThat(row.path("shifts"))
            .filteredOn(shift -> shift.path("day").asText().compareTo("2026-11-24") >= 0)
            .allSatisfy(shift -> assertThat(shift.path("code").isNull()).isTrue());
      }
    }
  }

  /** Somebody with a shift after today. */
  private static String working(JsonNode roster) {
    for (JsonNode person : roster.path("people")) {
      for (JsonNode shift : person.path("shifts")) {
        if (!shift.path("day").asText().equals(TestSite.TODAY.toString())) {
          return person.path("id").asText();
        }
      }
    }
    throw new AssertionError("Nobody works: " + roster);
  }

  @SuppressWarnings("unchecked") // the feed of a class takes records of that class
  private <T> void feed(Class<T> type, List<T> messages) {
    for (Feed<?> any : planner.service.feeds().all()) {
      if (any.type() == type) {
        Feed<T> feed = (Feed<T>) any;
        planner.store.run(transaction -> feed.effect().apply(transaction, messages));
        feed.afterwards().committed(messages);
      }
    }
  }

  /** Begins at the site's morning and runs on. */
  private static final class RunningClock extends Clock {
    private final long began = System.nanoTime();

    @Override
    public Instant instant() {
      return TestSite.NOW.plusNanos(System.nanoTime() - began);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
