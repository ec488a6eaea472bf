package io.gemba.rosters.engine;

/**
 * Fines on the counters whose limit an exact row search does not follow: the more a row breaks such
 * a limit, the dearer each unit becomes (Lagrangian relaxation, Held and Karp 1970). One thread.
 */
final class LimitFines {
  private final Counters counters;
  private final FollowedCounters followed;
  private final int values;
  private final int first;

  /** For one unit of each counter, 0 = none. */
  private final int[] fine;

  /**
   * @param values how many values a day can hold
   * @param first what one unit of a limit that is broken costs at least
   */
  LimitFines(Counters counters, FollowedCounters followed, int values, int first) {
    this.counters = counters;
    this.followed = followed;
    this.values = values;
    this.first = first;
    fine = new int[counters.count()];
  }

  /**
   * Adds the fines to the prices of all cells.
   *
   * @param unreached cells of half this price and more stay as they are
   * @return what a row at every limit would pay
   */
  long addTo(int[] prices, int unreached) {
    long allowed = 0;
    boolean any = false;
    for (int counter = 0; counter < fine.length; counter++) {
      if (fine[counter] > 0) {
        any = true;
        allowed += (long) fine[counter] * limit(counters.price[counter]);
      }
    }
    for (int cell = 0; any && cell < prices.length; cell++) {
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        if (prices[cell] < unreached / 2) {
          prices[cell] += fine[counters.counter[i]] * counters.amount[i];
        }
      }
    }
    return allowed;
  }

  private static int limit(long[] price) {
    int largest = price.length - 1;
    while (largest > 0 && Price.hard(price[largest]) > 0) {
      largest--;
    }
    return largest;
  }

  /** Raises the fines of the limits that a row breaks; false when it breaks none. */
  boolean raise(short[] row) {
    int[] total = new int[fine.length];
    for (int day = 0; day < row.length; day++) {
      int cell = day * values + row[day];
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        total[counters.counter[i]] += counters.amount[i];
      }
    }
    boolean broken = false;
    for (int counter = 0; counter < total.length; counter++) {
      if (followed.isLeftOut(counter) && Price.hard(counters.price[counter][total[counter]]) > 0) {
        fine[counter] = Math.max(first, fine[counter] * 3 / 2);
        broken = true;
      }
    }
    return broken;
  }

  /** Lowers all fines, and forgets small ones. */
  void relent() {
    for (int counter = 0; counter < fine.length; counter++) {
      fine[counter] = fine[counter] < first / 4 ? 0 : fine[counter] * 7 / 10;
    }
  }
}
