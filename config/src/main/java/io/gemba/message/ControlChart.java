package io.gemba.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A control chart and its newest points. A message per point; a later revision replaces it.
 *
 * @param id from the subject and kind
 * @param revision rises with every message
 * @param subject {@code machine/sensor}, or a machine id for its scrap
 * @param kind how points are made
 * @param lines of the newest point; null while they are learnt
 * @param spreadLines of the range or moving range; null while learnt, and without a spread
 * @param points oldest first, at most 25
 * @param capability of the shown points; null while learnt, or without specification limits
 */
public record ControlChart(
    String id,
    long revision,
    String subject,
    Kind kind,
    @Nullable Lines lines,
    @Nullable Lines spreadLines,
    List<Point> points,
    @Nullable Capability capability) {

  /** How a point is made. */
  public enum Kind {
    /** Mean and range of a few readings taken together. */
    XBAR_RANGE,
    /** One reading, and its distance from the one before. */
    INDIVIDUALS,
    /** Share of scrap and rework in the units of an hour. */
    PROPORTION
  }

  /**
   * Signs of a special cause: the rules of Western Electric (Statistical Quality Control Handbook,
   * 1956) and of Nelson (Journal of Quality Technology 16, 1984), as patterns of the points up to
   * the one that is marked.
   */
  public enum Rule {
    BEYOND_3_SIGMA,
    TWO_OF_THREE_BEYOND_2_SIGMA,
    FOUR_OF_FIVE_BEYOND_1_SIGMA,
    /** Western Electric. */
    EIGHT_ON_ONE_SIDE,
    /** Nelson. */
    NINE_ON_ONE_SIDE,
    SIX_RISING_OR_FALLING,
    FOURTEEN_ALTERNATING,
    FIFTEEN_WITHIN_1_SIGMA,
    EIGHT_BEYOND_1_SIGMA,
    /** The range, not the mean, is outside its limits. */
    SPREAD_OUTSIDE_LIMITS
  }

  /** Centre line and control limits, in the unit of the points. */
  public record Lines(double centre, double lower, double upper) {
    /**
     * @throws IllegalArgumentException if a number is not finite
     */
    public Lines {
      Require.finite(centre, "centre");
      Require.finite(lower, "lower");
      Require.finite(upper, "upper");
    }
  }

  /**
   * A point.
   *
   * @param value mean, reading or share
   * @param spread range or moving range; null when the chart or the point has none
   * @param rules signs of a special cause that this point completes
   */
  public record Point(Instant at, double value, @Nullable Double spread, List<Rule> rules) {
    /**
     * @throws IllegalArgumentException if the time is missing or the value not finite
     */
    public Point {
      Require.present(at, "at");
      Require.finite(value, "value");
      rules = rules == null ? List.of() : List.copyOf(rules);
    }
  }

  /**
   * How well a process keeps within its specification (NIST/SEMATECH e-Handbook, 6.1.6).
   *
   * @param cp by the spread within subgroups; null with one limit only
   * @param cpk the same with the mean where it is
   * @param pp by the spread of all values; null with one limit only
   * @param ppk the same with the mean where it is
   */
  public record Capability(@Nullable Double cp, double cpk, @Nullable Double pp, double ppk) {}

  /**
   * @throws IllegalArgumentException if an id or the kind is missing
   */
  public ControlChart {
    Require.id(id, "id");
    Require.id(subject, "subject");
    Require.present(kind, "kind");
    points = points == null ? List.of() : List.copyOf(points);
  }
}
