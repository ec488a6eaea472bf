package io.gemba.planner.production;

import io.gemba.message.Bottleneck;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bottlenecks of several hours as one: minutes by machine, and which machine it is now. */
final class BottleneckSum {
  private record Minutes(double sole, double shifting) {
    private Minutes plus(Minutes other) {
      return new Minutes(sole + other.sole, shifting + other.shifting);
    }
  }

  private final Map<String, Minutes> minutes = new HashMap<>();
  private final Map<String, Bottleneck> latestByLine = new HashMap<>();

  private BottleneckSum() {}

  /**
   * @param hours of any lines, oldest first
   */
  static BottleneckSum of(List<Bottleneck> hours) {
    BottleneckSum sum = new BottleneckSum();
    for (Bottleneck hour : hours) {
      sum.latestByLine.put(hour.line(), hour);
      for (Bottleneck.Share share : hour.shares()) {
        sum.minutes.merge(
            share.machine(),
            new Minutes(share.soleMinutes(), share.shiftingMinutes()),
            Minutes::plus);
      }
    }
    return sum;
  }

  /** Whether a machine was the bottleneck of its line when that was last heard of. */
  boolean isNow(String machine) {
    Collection<Bottleneck> latest = latestByLine.values();
    return latest.stream().anyMatch(hour -> machine.equals(hour.machine()));
  }

  /** How long a machine alone was a bottleneck. */
  double soleMinutes(String machine) {
    return minutes.getOrDefault(machine, new Minutes(0, 0)).sole();
  }

  /** How long the bottleneck moved between a machine and another. */
  double shiftingMinutes(String machine) {
    return minutes.getOrDefault(machine, new Minutes(0, 0)).shifting();
  }
}
