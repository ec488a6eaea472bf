package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.planner.health.Readiness;
import io.gemba.planner.intake.Feed;
import io.gemba.planner.store.Store;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The whole service over HTTP and a real database; only the topics are left out. */
final class TestPlanner implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int DAYS = 14;

  final Store store;
  final PlannerService service;
  final Http http;
  private final PlannerServer server;

  private TestPlanner(Settings settings, Site site, Clock clock) {
    store = Store.open(settings.database());
    server = PlannerServer.open(settings.web(), new Readiness());
    service = PlannerService.assemble(server.context(settings, site, clock), store);
    server.attach(service);
    http = new Http(server.port());
  }

  /** On a database of its own, at the test site's time. */
  static TestPlanner open(Site site) {
    return open(TestSite.settings(TestDatabase.create()), site, TestSite.clock());
  }

  /** On the settings' database, which may have been used before. */
  static TestPlanner open(Settings settings, Site site, Clock clock) {
    return new TestPlanner(settings, site, clock);
  }

  @Override
  public void close() {
    service.close();
    server.close();
  }

  /** Keeps a message as if it had come on its topic; nobody is told. */
  @SuppressWarnings("unchecked") // the feed of a record's class takes that record
  <T> void feed(T message) {
    service.feeds().all().stream()
        .filter(feed -> feed.type() == message.getClass())
        .forEach(
            feed ->
                store.run(
                    transaction -> ((Feed<T>) feed).effect().apply(transaction, List.of(message))));
  }

  /** Two weeks of picking in the warehouse, known from each day's midnight on. */
  void work() {
    for (int i = 0; i < DAYS; i++) {
      feed(TestSite.workload("warehouse", "pick", TestSite.TODAY.plusDays(i)));
    }
  }

  /** The first roster of {@link #work()}, published. */
  JsonNode rostered() {
    work();
    http.write("/api/v1/roster/plan", "");
    return await("/api/v1/roster", one -> !one.path("published").isNull());
  }

  /** What waits to be sent on a topic, oldest first. */
  List<String> outbox(String topic) {
    return store.call(transaction -> store.outbox().oldest(transaction, "kafka", 1000)).stream()
        .filter(row -> row.topic().equals(topic))
        .map(row -> new String(row.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  /** Asks until the answer is as wanted. */
  JsonNode await(String path, Predicate<JsonNode> condition) {
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
