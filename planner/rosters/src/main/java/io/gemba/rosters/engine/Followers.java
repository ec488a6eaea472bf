package io.gemba.rosters.engine;

/**
 * What a value costs after the values of the days before.
 *
 * @param price packed, {@code [gap - 1][earlier][later]}: gap 1 is the next day; one entry a gap
 *     that matters, at most three
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
public record Followers(long[][][] price) implements SequenceRule {
  @Override
  public int initial() {
    return 0;
  }

  @Override
  public int next(int state, int dayClass, int value) {
    int values = price[0].length;
    int last = 1;
    for (int gap = 1; gap < price.length; gap++) {
      last *= values;
    }
    return state % last * values + value;
  }

  @Override
  public long price(int state, int dayClass, int value) {
    int values = price[0].length;
    long sum = 0;
    int rest = state;
    for (long[][] gap : price) {
      sum += gap[rest % values][value];
      rest /= values;
    }
    return sum;
  }
}
