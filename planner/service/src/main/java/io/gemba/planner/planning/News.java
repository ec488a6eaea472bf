package io.gemba.planner.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has come in and not been looked at, and for how long it has been quiet since. Thread safe.
 */
final class News {
  private final Clock clock;
  private final Map<Kind, Span> spans = new EnumMap<>(Kind.class);

  /** What can come in. */
  enum Kind {
    WORKLOAD,
    ORDERS,
    RESOURCES,
    SHORTAGES
  }

  private record Span(Instant first, Instant last) {}

  News(Clock clock) {
    this.clock = clock;
  }

  /** Something of a kind has come in. */
  synchronized void came(Kind kind) {
    Instant now = clock.instant();
    Span span = spans.get(kind);
    spans.put(kind, new Span(span == null ? now : span.first(), now));
  }

  /**
   * Takes the news of a kind when nothing more has come for a while, or it has waited long enough.
   *
   * @return whether there was any
   */
  synchronized boolean take(Kind kind, Duration quiet, Duration atMost) {
    @Nullable Span span = spans.get(kind);
    Instant now = clock.instant();
    if (span == null) {
      return false;
    }
    boolean isQuiet = !now.isBefore(span.last().plus(quiet));
    if (!isQuiet && now.isBefore(span.first().plus(atMost))) {
      return false;
    }
    spans.remove(kind);
    return true;
  }
}
