package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Customers on no route, and how often each was left out. While the fleet is made smaller, a plan
 * whose absent customers were left out less often in all is taken whatever its length, so that hard
 * customers come in and easy ones wait (Christiaens and Vanden Berghe 2020, section 5.4).
 */
final class Absences {
  private final boolean counting;
  private final int[] times;
  private int[] absent = new int[8];
  private int[] trial = new int[8];
  private int count;
  private int trialCount;
  private long sum;
  private long trialSum;

  /**
   * @param counting true while the fleet is made smaller
   */
  Absences(int customers, boolean counting) {
    this.counting = counting;
    times = new int[customers + 1];
  }

  void begin(LinkedRoutes routes, int[] customers) {
    beginTrial();
    for (int customer : customers) {
      if (routes.route[customer] == LinkedRoutes.NONE) {
        leave(customer);
      }
    }
    keepTrial();
  }

  int appendTo(int[] customers, int size) {
    System.arraycopy(absent, 0, customers, size, count);
    return size + count;
  }

  void beginTrial() {
    trialCount = 0;
    trialSum = 0;
  }

  void leave(int customer) {
    if (trialCount == trial.length) {
      trial = Arrays.copyOf(trial, trialCount * 2);
    }
    trial[trialCount++] = customer;
    trialSum += times[customer];
  }

  /**
   * @param cool whether the annealing would take the plan for its length
   */
  boolean accepts(boolean cool) {
    if (trialCount == 0 && count == 0) {
      return cool;
    }
    if (!counting) {
      return trialCount < count || (trialCount == count && cool);
    }
    return trialCount < count || trialSum < sum || (trialCount == count && trialSum == sum && cool);
  }

  void keepTrial() {
    int[] swapped = absent;
    absent = trial;
    trial = swapped;
    count = trialCount;
    sum = trialSum;
    countLeft();
  }

  void dropTrial(LinkedRoutes routes) {
    for (int i = 0; i < count; i++) {
      routes.route[absent[i]] = LinkedRoutes.NONE;
    }
    for (int i = 0; i < trialCount; i++) {
      times[trial[i]]++;
    }
    resum();
  }

  private void countLeft() {
    if (count > 0) {
      for (int i = 0; i < count; i++) {
        times[absent[i]]++;
      }
      resum();
    }
  }

  private void resum() {
    sum = 0;
    for (int i = 0; i < count; i++) {
      sum += times[absent[i]];
    }
  }

  int count() {
    return count;
  }

  /** How often these were left out, together. */
  long times(int[] customers) {
    long all = 0;
    for (int customer : customers) {
      all += times[customer];
    }
    return all;
  }
}
