package io.gemba.jobs.production;

import io.gemba.sensors.production.LineWatch;

/** What the operator keeps of a line. Mutable; only {@link LineOperator} changes it. */
final class LineEntry {
  /** No timer is set. */
  static final long NEVER = Long.MAX_VALUE;

  final LineWatch watch;
  long tickAtMillis = NEVER;

  LineEntry(LineWatch watch) {
    this.watch = watch;
  }
}
