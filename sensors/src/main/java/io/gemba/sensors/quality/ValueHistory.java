package io.gemba.sensors.quality;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a sensor's values used to do: how long they stay the same, how far they usually step. Not
 * thread safe; O(1), 50 bytes.
 */
final class ValueHistory {
  private static final long CHANGES_TO_KNOW = 100;
  private static final int SHORTEST_STUCK_READINGS = 30;
  private static final double STUCK_TIMES_LONGEST = 5;
  private static final double FADE_PER_CHANGE = 0.999;
  private static final double STEP_READINGS = 500;
  private static final double JUMP_OF_RANGE = 0.5;
  private static final double JUMP_TIMES_STEP = 20;

  private boolean empty = true;
  private double last;
  private long changes;
  private int run;
  private long runSinceMillis;
  private double longestRun = 1;
  private double usualStep;

  /** Takes a value in; out of range values must not come here. */
  void add(double value, long atMillis, boolean learn) {
    if (empty) {
      empty = false;
      run = 1;
      runSinceMillis = atMillis;
    } else if (value == last) {
      run++;
    } else {
      if (learn) {
        changes++;
        // a run that is far longer than any before teaches little, so that a fault is not learnt
        longestRun = Math.max(longestRun * FADE_PER_CHANGE, Math.min(run, 2 * longestRun + 1));
        usualStep +=
            (Math.abs(value - last) - usualStep) / Math.min((double) changes, STEP_READINGS);
      }
      run = 1;
      runSinceMillis = atMillis;
    }
    last = value;
  }

  /** Whether the value has been the same for far longer than this sensor ever was. */
  boolean isStuck() {
    return changes >= CHANGES_TO_KNOW
        && run >= Math.max(SHORTEST_STUCK_READINGS, STUCK_TIMES_LONGEST * longestRun);
  }

  /** When the value last changed. */
  long runSinceMillis() {
    return runSinceMillis;
  }

  /** Whether a step from the last value is too far for this sensor. */
  boolean isJump(double value, double range) {
    double move = Math.abs(value - last);
    return changes >= CHANGES_TO_KNOW
        && move > JUMP_OF_RANGE * range
        && move > JUMP_TIMES_STEP * usualStep;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(empty);
    out.writeDouble(last);
    out.writeLong(changes);
    out.writeInt(run);
    out.writeLong(runSinceMillis);
    out.writeDouble(longestRun);
    out.writeDouble(usualStep);
  }

  void fill(DataInput in) throws IOException {
    empty = in.readBoolean();
    last = in.readDouble();
    changes = in.readLong();
    run = in.readInt();
    runSinceMillis = in.readLong();
    longestRun = in.readDouble();
    usualStep = in.readDouble();
  }
}
