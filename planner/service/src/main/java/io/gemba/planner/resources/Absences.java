package io.gemba.planner.resources;

import io.gemba.message.ResourceChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans in which people and vehicles are away, after every change in the order it came: a later
 * word about the same time holds.
 */
public final class Absences {
  private final Map<String, List<Span>> spans = new LinkedHashMap<>();

  /**
   * A time away.
   *
   * @param from first moment
   * @param until first moment back
   * @param reason a plain word
   */
  public record Span(Instant from, Instant until, String reason) {
    boolean overlaps(Instant start, Instant end) {
      return from.isBefore(end) && start.isBefore(until);
    }
  }

  private Absences() {}

  /** The spans that these changes leave, oldest change first. */
  public static Absences of(List<ResourceChange> changes) {
    Absences absences = new Absences();
    changes.forEach(absences::take);
    return absences;
  }

  /** The spans of one resource, by time. */
  public List<Span> of(ResourceChange.Kind kind, String resource) {
    return spans.getOrDefault(key(kind, resource), List.of());
  }

  /** Whether a resource is away for any part of a span. */
  public boolean isAway(ResourceChange.Kind kind, String resource, Instant start, Instant end) {
    return of(kind, resource).stream().anyMatch(span -> span.overlaps(start, end));
  }

  /** Whether a person is away for any part of a day. */
  public boolean isAway(String person, LocalDate day, ZoneId zone) {
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return isAway(ResourceChange.Kind.PERSON, person, start, end);
  }

  private void take(ResourceChange change) {
    List<Span> left = new ArrayList<>();
    String key = key(change.kind(), change.resource());
    for (Span span : spans.getOrDefault(key, List.of())) {
      if (span.from().isBefore(change.from())) {
        left.add(new Span(span.from(), earlier(span.until(), change.from()), span.reason()));
      }
      if (change.until().isBefore(span.until())) {
        left.add(new Span(later(span.from(), change.until()), span.until(), span.reason()));
      }
    }
    if (!change.available()) {
      left.add(new Span(change.from(), change.until(), change.reason()));
    }
    left.sort(java.util.Comparator.comparing(Span::from));
    spans.put(key, List.copyOf(left));
  }

  private static String key(ResourceChange.Kind kind, String resource) {
    return kind + " " + resource;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}
