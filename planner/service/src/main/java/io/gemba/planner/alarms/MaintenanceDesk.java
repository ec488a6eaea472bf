package io.gemba.planner.alarms;

import io.gemba.planner.events.EventHub;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.MaintenanceTable.Window;
import io.gemba.planner.store.Store;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When somebody works on which machine. Thread safe. */
public final class MaintenanceDesk {
  private static final Duration LISTED = Duration.ofDays(1);

  private final Site site;
  private final Store store;
  private final EventHub hub;
  private final Clock clock;

  /** Where a window is in time. */
  public enum State {
    NOW,
    PLANNED,
    OVER
  }

  /** A window with its machine's name. */
  public record Row(
      String id,
      String machine,
      String machineName,
      Instant from,
      Instant until,
      State state,
      String reason,
      String by) {}

  /**
   * A window as it is asked for.
   *
   * @param from ISO-8601 time with its zone; now when missing
   * @param until ISO-8601 time with its zone
   */
  public record Body(
      @Nullable String by,
      @Nullable String machine,
      @Nullable String from,
      @Nullable String until,
      @Nullable String reason) {}

  /** Works on a store. */
  public MaintenanceDesk(Site site, Store store, EventHub hub, Clock clock) {
    this.site = site;
    this.store = store;
    this.hub = hub;
    this.clock = clock;
  }

  /** Windows that are not over, or have been for less than a day, by their beginning. */
  public List<Row> list() {
    return store.call(
        transaction ->
            store.maintenance().listEndingAfter(transaction, clock.instant().minus(LISTED)).stream()
                .map(this::row)
                .toList());
  }

  /**
   * Plans a window. A machine has one for each beginning, to the second: the same again changes
   * nothing, another end or reason replaces the one before.
   *
   * @param machine one of the site file
   */
  public Row plan(String machine, Instant from, Instant until, String reason, String by) {
    Instant start = from.truncatedTo(ChronoUnit.SECONDS);
    Window window =
        new Window(
            "maintenance-%s-%d".formatted(machine, start.getEpochSecond()),
            machine,
            start,
            until,
            reason,
            by,
            clock.instant());
    store.run(
        transaction -> {
          if (store.maintenance().put(transaction, window)) {
            store
                .audit()
                .add(
                    transaction,
                    new AuditTable.Entry(clock.instant(), by, "plan-maintenance", window.id()),
                    Map.of("text", reason, "from", start.toString(), "until", until.toString()));
          }
        });
    changed();
    return row(window);
  }

  /** Ends a window now; one that is over stays as it is. Empty when there is none with that id. */
  public Optional<Row> end(String id, String by) {
    Optional<Row> row =
        store.call(
            transaction -> {
              Instant now = clock.instant();
              if (store.maintenance().end(transaction, id, now)) {
                AuditTable.Entry entry = new AuditTable.Entry(now, by, "end-maintenance", id);
                store.audit().add(transaction, entry, Map.of("text", ""));
              }
              return store.maintenance().find(transaction, id).map(this::row);
            });
    changed();
    return row;
  }

  private Row row(Window one) {
    Instant now = clock.instant();
    State state =
        !now.isBefore(one.until())
            ? State.OVER
            : now.isBefore(one.from()) ? State.PLANNED : State.NOW;
    return new Row(
        one.id(),
        one.machine(),
        site.findMachine(one.machine()).map(Machine::name).orElse(one.machine()),
        one.from(),
        one.until(),
        state,
        one.reason(),
        one.by());
  }

  private void changed() {
    hub.changed("alarms");
    hub.changed("strip");
  }
}
