package io.gemba.rosters.engine;

/**
 * Emits 1 for each weekend on which any day is worked, on the first of them.
 *
 * @param weekend for each day class whether it belongs to the weekend
 * @param last class of the weekend's last day
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
public record WorkedWeekends(boolean[] weekend, int last) implements SequenceRule {
  @Override
  public int initial() {
    return 0;
  }

  @Override
  public int next(int state, int dayClass, int value) {
    boolean within = weekend[dayClass] && dayClass != last;
    return within && (state == 1 || value != 0) ? 1 : 0;
  }

  @Override
  public long price(int state, int dayClass, int value) {
    return 0;
  }

  @Override
  public int emits(int state, int dayClass, int value) {
    return state == 0 && weekend[dayClass] && value != 0 ? 1 : 0;
  }
}
