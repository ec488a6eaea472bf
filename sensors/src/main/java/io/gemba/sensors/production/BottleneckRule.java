package io.gemba.sensors.production;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the bottleneck of a line from the active periods of its machines (Roser, Nakano, Tanaka,
 * Shifting Bottleneck Detection, WSC 2002, section 3): at any moment it is the machine whose
 * uninterrupted active period, past and future, is the longest of those active then. While the
 * periods of two successive bottlenecks overlap, the bottleneck shifts and both count as shifting;
 * else the one is the sole bottleneck. Of equally long periods the earlier counts, then the first
 * id. Cost: periods squared.
 */
final class BottleneckRule {
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final Comparator<Period> LONGEST_FIRST =
      Comparator.comparingLong(Period::millis)
          .reversed()
          .thenComparing(Period::fromMillis)
          .thenComparing(Period::machine);

  private final List<Period> periods;
  private final Set<Period> bottlenecks = new HashSet<>();

  /** A stretch in which a machine was active without a break. */
  record Period(String machine, long fromMillis, long toMillis) {
    long millis() {
      return toMillis - fromMillis;
    }

    boolean covers(long from, long to) {
      return fromMillis <= from && to <= toMillis;
    }
  }

  /** Minutes that a machine was the sole bottleneck, and that it was one of several. */
  record Minutes(double sole, double shifting) {
    private Minutes plus(Minutes other) {
      return new Minutes(sole + other.sole, shifting + other.shifting);
    }
  }

  /**
   * @param periods of all machines of a line; those of one machine do not overlap
   */
  BottleneckRule(List<Period> periods) {
    this.periods = List.copyOf(periods);
    List<Long> moments = moments();
    for (int i = 0; i + 1 < moments.size(); i++) {
      longest(moments.get(i), moments.get(i + 1)).ifPresent(bottlenecks::add);
    }
  }

  private List<Long> moments() {
    TreeSet<Long> moments = new TreeSet<>();
    for (Period period : periods) {
      moments.add(period.fromMillis());
      moments.add(period.toMillis());
    }
    return new ArrayList<>(moments);
  }

  private Optional<Period> longest(long from, long to) {
    return periods.stream().filter(period -> period.covers(from, to)).min(LONGEST_FIRST);
  }

  /** The period of the bottleneck just before a moment; empty when no machine was active. */
  Optional<Period> before(long millis) {
    return longest(millis - 1, millis);
  }

  /** Machines that were a bottleneck in a span, in the order of their ids. */
  Map<String, Minutes> minutes(long fromMillis, long toMillis) {
    Map<String, Minutes> minutes = new TreeMap<>();
    List<Long> moments = moments();
    for (int i = 0; i + 1 < moments.size(); i++) {
      long from = moments.get(i);
      long to = moments.get(i + 1);
      double length = (Math.min(to, toMillis) - Math.max(from, fromMillis)) / MILLIS_PER_MINUTE;
      if (length <= 0) {
        continue;
      }
      List<Period> active = bottlenecks.stream().filter(period -> period.covers(from, to)).toList();
      Minutes each = active.size() == 1 ? new Minutes(length, 0) : new Minutes(0, length);
      active.forEach(period -> minutes.merge(period.machine(), each, Minutes::plus));
    }
    return minutes;
  }
}
