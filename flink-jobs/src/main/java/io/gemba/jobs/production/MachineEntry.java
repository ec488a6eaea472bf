package io.gemba.jobs.production;

import io.gemba.sensors.production.MachineWatch;

/** What the operator keeps of a machine. Mutable; only {@link MachineOperator} changes it. */
final class MachineEntry {
  /** No timer is set. */
  static final long NEVER = Long.MAX_VALUE;

  final MachineWatch watch;
  long tickAtMillis = NEVER;

  MachineEntry(MachineWatch watch) {
    this.watch = watch;
  }
}
