package io.gemba.planner.alarms;

import io.gemba.message.Episode;
import io.gemba.planner.alarms.AlarmRows.Known;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.store.AcknowledgementTable.Acknowledgement;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.planner.threads.Repeating;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks every two seconds what time alone has changed: a shelf or a maintenance window that ended,
 * and severe alarms that nobody acknowledged for too long, which escalate; not what follows a cause
 * that somebody acknowledged. Pages are told. Since when an alarm waits is stored, so a restart
 * neither forgets it nor escalates it twice.
 */
public final class AlarmWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 2_000;
  private static final int MOST_OPEN = 1_000;

  private final Store store;
  private final EventHub hub;
  private final Clock clock;
  private final Duration patience;
  private final AlarmRows rows;
  private final Repeating looker;
  private @Nullable Map<String, State> before;
  private volatile int escalated;

  /** What pages show of an alarm that time alone can change. */
  private record State(AlarmView.Standing standing, boolean escalated) {}

  /**
   * Does nothing until it is started.
   *
   * @param patience how long a severe alarm may wait for somebody
   */
  public AlarmWatch(Site site, Store store, EventHub hub, Clock clock, Duration patience) {
    this.store = store;
    this.hub = hub;
    this.clock = clock;
    this.patience = patience;
    this.rows = new AlarmRows(site, store, clock);
    this.looker = new Repeating("planner-alarms", LOOK_MILLIS, this::look);
  }

  /** Starts to look. */
  public void start() {
    looker.start();
  }

  @Override
  public void close() {
    looker.close();
  }

  /** How many alarms were escalated when it last looked. */
  public int escalated() {
    return escalated;
  }

  /** Looks once. One thread at a time. */
  public synchronized void look() {
    Map<String, State> now = new HashMap<>();
    store.run(
        transaction -> {
          List<Episode> open = store.episodes().listActive(transaction, MOST_OPEN);
          List<Known> all = rows.known(transaction, open, rows.windows(transaction));
          Map<String, AlarmGroups.Place> places = rows.places(all);
          Map<String, Known> byId =
              all.stream().collect(Collectors.toMap(one -> one.episode().id(), one -> one));
          for (Known one : all) {
            String id = one.episode().id();
            AlarmGroups.Place place = places.get(id);
            Known head = place == null ? one : byId.getOrDefault(place.head(), one);
            boolean unheeded =
                AlarmRule.isUnheeded(
                    one.standing(),
                    one.episode().severity(),
                    isSeen(one, one) || isSeen(one, head));
            now.put(id, new State(one.standing(), isEscalated(transaction, one, unheeded)));
          }
        });
    if (before != null && !before.equals(now)) {
      hub.changed("alarms");
      hub.changed("strip");
    }
    before = now;
    escalated = (int) now.values().stream().filter(State::escalated).count();
  }

  /** Who acknowledges the likely cause has seen what was in its group by then. */
  private static boolean isSeen(Known one, Known head) {
    Acknowledgement seen = head.seen();
    return seen != null && (one.equals(head) || !seen.at().isBefore(one.episode().onset()));
  }

  private boolean isEscalated(Transaction transaction, Known one, boolean unheeded) {
    String id = one.episode().id();
    Instant since = one.care().unheededSince();
    Instant now = clock.instant();
    if (unheeded != (since != null)) {
      store.care().unheeded(transaction, id, unheeded ? now : null);
      return false;
    }
    if (one.care().escalatedAt() != null) {
      return unheeded;
    }
    if (!AlarmRule.isOverdue(since, patience, now)) {
      return false;
    }
    store.care().escalate(transaction, id, now);
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(now, "gemba", "escalate", id),
            Map.of("text", "Nobody acknowledged it for %d min.".formatted(patience.toMinutes())));
    return true;
  }
}
