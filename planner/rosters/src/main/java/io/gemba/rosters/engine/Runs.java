package io.gemba.rosters.engine;

/**
 * How many days in a row are worked, and how many are free. A run that ends too early costs once
 * for each day missing, a run that goes on too long once for each day too many.
 *
 * @param leastWorked least days of a run of work, at least 1
 * @param mostWorked most days of a run of work
 * @param leastFree least days of a run of free days, at least 1
 * @param mostFree most days of a run of free days; large = no limit
 * @param prices of one day
 * @param borders how runs at the first and last day are judged
 * @param workedBefore days in a row that were worked up to the day before the first
 * @param freeBefore days in a row that were free up to then; 0 = not known, or worked
 */
public record Runs(
    int leastWorked,
    int mostWorked,
    int leastFree,
    int mostFree,
    Prices prices,
    Borders borders,
    int workedBefore,
    int freeBefore)
    implements SequenceRule {
  private static final int OPEN = 1 << 20;
  private static final int FREE = 1 << 21;
  private static final int LENGTH = OPEN - 1;

  /** Packed prices of one day too few or too many. */
  public record Prices(long workedTooFew, long workedTooMany, long freeTooFew, long freeTooMany) {}

  /**
   * Whether the least length holds for runs that touch a border of the roster.
   *
   * @param first a run from the first day is judged, or the one before it
   * @param last a run to the last day is judged
   */
  public record Borders(boolean first, boolean last) {}

  @Override
  public int initial() {
    int open = borders.first() ? 0 : OPEN;
    return workedBefore > 0
        ? open | Math.min(workedBefore, cap(false))
        : FREE | open | Math.min(freeBefore, cap(true));
  }

  private int cap(boolean free) {
    int most = free ? mostFree : mostWorked;
    int least = free ? leastFree : leastWorked;
    return most > 1_000 ? least : Math.max(least, most + 1);
  }

  @Override
  public int next(int state, int dayClass, int value) {
    boolean wasFree = (state & FREE) != 0;
    boolean isFree = value == 0;
    if (wasFree == isFree) {
      int length = Math.min((state & LENGTH) + 1, cap(isFree));
      int open = length >= (isFree ? leastFree : leastWorked) ? 0 : state & OPEN;
      return (state & FREE) | open | length;
    }
    boolean touchesFirst = state == (FREE | OPEN);
    return (isFree ? FREE : 0) | (touchesFirst && !isFree ? OPEN : 0) | 1;
  }

  @Override
  public long price(int state, int dayClass, int value) {
    boolean wasFree = (state & FREE) != 0;
    int length = state & LENGTH;
    if (wasFree != (value == 0)) {
      return tooFew(state);
    }
    if (wasFree) {
      return length >= mostFree ? prices.freeTooMany() : 0;
    }
    return length >= mostWorked ? prices.workedTooMany() : 0;
  }

  /** Price of a run that ends now. */
  private long tooFew(int state) {
    int length = state & LENGTH;
    if ((state & OPEN) != 0 || length == 0) {
      return 0;
    }
    return (state & FREE) != 0
        ? Math.max(0, leastFree - length) * prices.freeTooFew()
        : Math.max(0, leastWorked - length) * prices.workedTooFew();
  }

  @Override
  public long finalPrice(int state) {
    return borders.last() ? tooFew(state) : 0;
  }
}
