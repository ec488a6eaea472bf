package io.gemba.rosters.engine;

/**
 * A rule about what follows what in a row, as a small machine that reads the values of the days in
 * order. Its states are numbers of its own choice; how many there are need not be known. The
 * machine sees the class of a day (its weekday), never the day itself.
 */
public interface SequenceRule {
  /** State before the first day. */
  int initial();

  /** State after a day that holds a value. */
  int next(int state, int dayClass, int value);

  /** Packed price of holding the value, see {@link Price}. */
  long price(int state, int dayClass, int value);

  /** What the day adds to the row's emitted counter, 0 or 1; at most one rule of a row emits. */
  default int emits(int state, int dayClass, int value) {
    return 0;
  }

  /** Packed price of ending in a state. */
  default long finalPrice(int state) {
    return 0;
  }
}
