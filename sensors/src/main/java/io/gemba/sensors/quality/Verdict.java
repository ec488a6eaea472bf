package io.gemba.sensors.quality;

/** What the gate makes of a reading. */
public enum Verdict {
  /** Good: goes to the detector. */
  TRUSTED,
  /** Seen before: counts nowhere but among the duplicates. */
  DUPLICATE,
  /** New, but older than one before it: counted, of no use to a detector. */
  LATE,
  /** Faulty, or from a sensor that has not healed yet: counted, kept from the detector. */
  DOUBTED
}
