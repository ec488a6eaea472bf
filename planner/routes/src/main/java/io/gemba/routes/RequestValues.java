package io.gemba.routes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a request are taken: lists and maps are copied, times are whole milliseconds.
 */
final class RequestValues {
  private RequestValues() {}

  static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static <K, V> Map<K, V> copy(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }

  static Instant firstMillisFrom(Instant time) {
    Instant before = time.truncatedTo(ChronoUnit.MILLIS);
    return before.equals(time) ? time : before.plusMillis(1);
  }
}
