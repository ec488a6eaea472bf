package io.gemba.sensors.mqtt;

import java.util.concurrent.atomic.LongAdder;

/** The running numbers behind {@link GatewayCounts}. Thread safe. */
final class Counters {
  final LongAdder received = new LongAdder();
  final LongAdder accepted = new LongAdder();
  final LongAdder deadLettered = new LongAdder();
  final LongAdder ignored = new LongAdder();
  final LongAdder failedSends = new LongAdder();
  final LongAdder connections = new LongAdder();

  GatewayCounts read() {
    return new GatewayCounts(
        received.sum(),
        accepted.sum(),
        deadLettered.sum(),
        ignored.sum(),
        failedSends.sum(),
        connections.sum());
  }
}
