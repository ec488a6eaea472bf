package io.gemba.forecast.learn;

/** Features of a window of days for the trees of the spread: the origin's, and the window's. */
final class SpreadFeatures {
  static final int DAY_COUNT = 4;

  private SpreadFeatures() {}

  static int originCount() {
    return SeriesFeatures.originCount() + 2;
  }

  static int count() {
    return originCount() + DAY_COUNT;
  }

  /** Features of the origin: those of the series, and its own spread in a day and a week. */
  static void origin(float[] ofSeries, OwnSpread own, float[] into) {
    System.arraycopy(ofSeries, 0, into, 0, SeriesFeatures.originCount());
    into[SeriesFeatures.originCount()] = (float) own.fano(1);
    into[SeriesFeatures.originCount() + 1] = (float) (own.fano(7) / own.fano(1));
  }

  /** Features of the first days together, or of each day alone. */
  static void days(boolean areDays, double[] means, float[][] into) {
    double sum = 0;
    for (int day = 0; day < means.length; day++) {
      sum += means[day];
      double mean = areDays ? means[day] : sum;
      into[0][day] = areDays ? 0 : 1;
      into[1][day] = day + 1;
      into[2][day] = (float) Math.log(mean + 1e-3);
      into[3][day] = (float) Math.log((mean + 1e-3) / (areDays ? 1 : day + 1));
    }
  }

  /** Days of the window that ends with a day. */
  static int length(boolean areDays, int day) {
    return areDays ? 1 : day + 1;
  }
}
