package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Roads. Without a matrix a way is the great circle times {@code detourFactor}, driven at {@code
 * kilometresPerHour}.
 *
 * @param detourFactor road length over great circle length, at least 1
 * @param kilometresPerHour average speed, above 0
 * @param matrix overrides both; null = none
 * @param profiles roads of vehicles that name one ({@link Duty#profile}); may be empty
 * @param traffic how fast roads are by time of day; null = always the same
 */
public record Travel(
    double detourFactor,
    double kilometresPerHour,
    @Nullable Matrix matrix,
    List<Profile> profiles,
    @Nullable Traffic traffic) {

  /** Roads that are the same for all vehicles at all times. */
  public Travel(double detourFactor, double kilometresPerHour, @Nullable Matrix matrix) {
    this(detourFactor, kilometresPerHour, matrix, List.of(), null);
  }

  /** Copies the list; a missing list is empty. */
  @JsonCreator
  public Travel {
    profiles = RequestValues.copy(profiles);
  }

  /** Great circle times a factor at one speed. */
  public static Travel estimated(double detourFactor, double kilometresPerHour) {
    return new Travel(detourFactor, kilometresPerHour, null);
  }

  /** Lengths and times given by the caller. */
  public static Travel given(Matrix matrix) {
    return new Travel(1, 1, matrix);
  }

  /** The same roads with others for some vehicles. */
  public Travel withProfiles(List<Profile> others) {
    return new Travel(detourFactor, kilometresPerHour, matrix, others, traffic);
  }

  /** The same roads with other traffic. */
  public Travel withTraffic(@Nullable Traffic other) {
    return new Travel(detourFactor, kilometresPerHour, matrix, profiles, other);
  }

  /**
   * Lengths and times between places; rows (from) and columns (to) in the order of the request's
   * places, not necessarily symmetric, none negative.
   *
   * @param metres n x n
   * @param seconds n x n
   */
  public record Matrix(List<List<Double>> metres, List<List<Double>> seconds) {
    /** Copies both tables. */
    public Matrix {
      metres = RequestValues.copy(metres).stream().map(List::copyOf).toList();
      seconds = RequestValues.copy(seconds).stream().map(List::copyOf).toList();
    }
  }

  /**
   * Roads as some vehicles find them: a lorry is slower, a bicycle takes other ways.
   *
   * @param name unique
   * @param kilometresPerHour their average speed, above 0; not used with a matrix
   * @param matrix overrides the speed; null = great circles times the detour factor
   */
  public record Profile(String name, double kilometresPerHour, @Nullable Matrix matrix) {}

  /**
   * Speed by time of day. A way is driven through the periods it takes, in each at its factor
   * (Ichoua, Gendreau and Potvin 2003), so that who leaves later never arrives sooner; the time of
   * arrival is rounded to a millisecond.
   *
   * @param zone of the periods' times
   * @param periods in order of time, not overlapping; at all other times the factor is 1
   */
  public record Traffic(ZoneId zone, List<Period> periods) {
    /** Copies the list. */
    public Traffic {
      periods = RequestValues.copy(periods);
    }
  }

  /**
   * A part of every day.
   *
   * @param from begins
   * @param to ends, after {@code from}; midnight = with the day
   * @param speedFactor speed over the speed that lengths and times stand for, above 0: 0.5 takes
   *     twice the time
   */
  public record Period(LocalTime from, LocalTime to, double speedFactor) {}
}
