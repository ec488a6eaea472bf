package io.gemba.sensors.control;

import io.gemba.message.ControlChart.Lines;

/**
 * Centre and limits of a chart, three deviations away.
 *
 * @param sigma deviation of a point when only chance is at work, 0 or more
 * @param least no point can lie lower
 * @param most no point can lie higher
 */
record ControlLines(double centre, double sigma, double least, double most) {
  private static final double LIMIT_SIGMAS = 3;

  /** Of means of subgroups. */
  static ControlLines ofMeans(double grandMean, double meanRange, int size) {
    double sigma = ShewhartConstants.a2(size) * meanRange / LIMIT_SIGMAS;
    return new ControlLines(grandMean, sigma, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Of ranges of subgroups; of moving ranges with size 2. */
  static ControlLines ofRanges(double meanRange, int size) {
    double sigma = (ShewhartConstants.d4(size) - 1) * meanRange / LIMIT_SIGMAS;
    return new ControlLines(meanRange, sigma, 0, Double.POSITIVE_INFINITY);
  }

  /** Of single values, by the mean of their moving ranges of two. */
  static ControlLines ofIndividuals(double mean, double meanMovingRange) {
    double sigma = meanMovingRange / ShewhartConstants.d2(2);
    return new ControlLines(mean, sigma, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Of the share of units that are not good, for a point of a number of units. */
  static ControlLines ofShares(double meanShare, double units) {
    double sigma = Math.sqrt(meanShare * (1 - meanShare) / units);
    return new ControlLines(meanShare, sigma, 0, 1);
  }

  double lower() {
    return Math.max(least, centre - LIMIT_SIGMAS * sigma);
  }

  double upper() {
    return Math.min(most, centre + LIMIT_SIGMAS * sigma);
  }

  /** Distance from the centre in deviations; 0 on the centre line, also when nothing varies. */
  double distance(double value) {
    double off = value - centre;
    return off == 0 ? 0 : off / sigma;
  }

  boolean contains(double value) {
    return lower() <= value && value <= upper();
  }

  Lines asMessage() {
    return new Lines(centre, lower(), upper());
  }
}
