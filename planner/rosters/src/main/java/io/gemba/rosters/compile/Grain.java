package io.gemba.rosters.compile;

/** The largest number of minutes that divides all of them. */
final class Grain {
  private int minutes;

  void add(int other) {
    int a = other;
    int b = minutes;
    while (b != 0) {
      int rest = a % b;
      a = b;
      b = rest;
    }
    minutes = a;
  }

  int minutes() {
    return Math.max(1, minutes);
  }
}
