package io.gemba.jobs.anomaly;

import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a machine beside its readings: one of the two.
 *
 * @param machine machine id
 * @param alarm of one of its sensors
 * @param notAFault what a person said of one of its own alarms
 */
record MachineNote(String machine, @Nullable Episode alarm, @Nullable AlarmFeedback notAFault) {

  /** An alarm of one of its sensors has changed. */
  static MachineNote alarm(Episode alarm) {
    return new MachineNote(alarm.machine(), alarm, null);
  }

  /** An alarm of the machine was no fault. */
  static MachineNote notAFault(AlarmFeedback feedback) {
    return new MachineNote(AnomalyJob.machine(feedback.sensor()), null, feedback);
  }
}
