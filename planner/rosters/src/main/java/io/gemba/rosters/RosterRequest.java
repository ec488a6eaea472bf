package io.gemba.rosters;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to the roster planner: who works which shift on which day. Times are local to the
 * site. Values are taken as they come; {@link RosterRequestErrors} names everything that is wrong
 * with them, at once.
 *
 * <p>Weeks are counted in blocks of seven days from {@code firstDay}; a last block that is shorter
 * counts its share of the contract. To plan in the middle of a week, begin at its first day and pin
 * the days gone by.
 *
 * @param firstDay first day to plan
 * @param days how many days, 1 to 366
 * @param people at least one, unique ids
 * @param shifts templates that people can work, at least one, unique codes
 * @param demand heads needed; what is not named needs nobody, and whoever works there is too many
 *     at the dearest over price of all demand
 * @param rules the limits and prices that hold for everybody
 * @param pins cells that are given; may be empty
 * @param published the roster that people already know; null = none
 * @param search how long to look for it
 */
public record RosterRequest(
    LocalDate firstDay,
    int days,
    List<Person> people,
    List<Shift> shifts,
    List<Demand> demand,
    Rules rules,
    List<Cell> pins,
    @Nullable Published published,
    Search search) {

  /** Copies the lists; a missing list is empty. */
  public RosterRequest {
    people = copy(people);
    shifts = copy(shifts);
    demand = copy(demand);
    pins = copy(pins);
  }

  /** The day after the last one. */
  public LocalDate endDay() {
    return firstDay.plusDays(days);
  }

  /**
   * Somebody who can work.
   *
   * @param id unique
   * @param place where they work
   * @param skills what they can do, at least one
   * @param contractHours hours of a week that are paid, worked or not
   * @param maximumHours most hours of a week, at least the contract's
   * @param hourlyCents wage of an hour
   * @param overtimeFactor wage factor of the hours above the contract, at least 1
   * @param unavailable days on which no shift of theirs may begin
   * @param history what came before the first day; null = rested
   */
  public record Person(
      String id,
      String place,
      List<String> skills,
      double contractHours,
      double maximumHours,
      long hourlyCents,
      double overtimeFactor,
      List<LocalDate> unavailable,
      @Nullable History history) {
    /** Copies the lists; a missing list is empty. */
    public Person {
      skills = copy(skills);
      unavailable = copy(unavailable);
    }
  }

  /**
   * A person's last days before the roster.
   *
   * @param lastShiftEnd when the last shift ended; null = long ago
   * @param workedDays how many days in a row up to the day before the first; 0 = that day was off
   */
  public record History(@Nullable LocalDateTime lastShiftEnd, int workedDays) {
    /** Cuts the time to whole minutes, as all times of a roster are. */
    public History {
      lastShiftEnd = lastShiftEnd == null ? null : lastShiftEnd.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  /**
   * A shift that people can work.
   *
   * @param code unique
   * @param start local time, whole minutes
   * @param end local time, whole minutes; not after {@code start} means the next day
   * @param unpaidBreakMinutes minutes of it that are not paid; the break still covers demand, as
   *     breaks are taken in turns
   * @param places where it can be worked; empty = everywhere
   * @param skills for which it can be worked; empty = all
   */
  public record Shift(
      String code,
      LocalTime start,
      LocalTime end,
      int unpaidBreakMinutes,
      List<String> places,
      List<String> skills) {
    private static final int DAY_MINUTES = 24 * 60;

    /** Copies the lists; a missing list is empty. */
    public Shift {
      places = copy(places);
      skills = copy(skills);
    }

    /** Minutes from start to end, break included. */
    public int lengthMinutes() {
      int minutes = (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
      return minutes > 0 ? minutes : minutes + DAY_MINUTES;
    }

    /** Minutes that are paid. */
    public int paidMinutes() {
      return lengthMinutes() - unpaidBreakMinutes;
    }
  }

  /**
   * Heads needed for one skill at one place on one day; unique by these three.
   *
   * @param place where
   * @param skill what they must be able to do
   * @param day the day, within the roster
   * @param heads heads needed in each hour of the day, 24, none negative
   * @param underCentsPerHour price of an hour of a head too few
   * @param overCentsPerHour price of an hour of a head too many, on top of the wage
   */
  public record Demand(
      String place,
      String skill,
      LocalDate day,
      List<Integer> heads,
      long underCentsPerHour,
      long overCentsPerHour) {
    /** Copies the list. */
    public Demand {
      heads = copy(heads);
    }
  }

  /**
   * Limits and prices that hold for everybody.
   *
   * @param restHours least hours between two shifts of a person
   * @param maximumConsecutiveDays most days in a row
   * @param fairnessCentsPerHour price of an hour that somebody works more than the average of those
   *     with the same place and contract
   */
  public record Rules(double restHours, int maximumConsecutiveDays, long fairnessCentsPerHour) {}

  /**
   * What one person does on one day.
   *
   * @param person person id
   * @param day the day, within the roster
   * @param shift code of the shift; null = free
   * @param skill skill it is worked for; null exactly when the shift is
   */
  public record Cell(
      String person, LocalDate day, @Nullable String shift, @Nullable String skill) {}

  /**
   * The roster that people already know.
   *
   * @param cells their shifts; a cell that is not named is free
   * @param from first day that was published
   * @param to last day that was published
   * @param changeCents price of each cell that differs from it
   */
  public record Published(List<Cell> cells, LocalDate from, LocalDate to, long changeCents) {
    /** Copies the list; a missing list is empty. */
    public Published {
      cells = copy(cells);
    }
  }

  /**
   * How long to look.
   *
   * @param seconds wall clock limit, above 0
   * @param steps most steps of the local search; null = until the time is up. With a limit that is
   *     reached before the time, the same request gives the same roster.
   * @param seed of the random choices
   * @param threads threads that search, at least 1; null = one. Only one thread repeats itself.
   */
  public record Search(
      double seconds, @Nullable Integer steps, long seed, @Nullable Integer threads) {
    /** One thread. */
    public Search(double seconds, @Nullable Integer steps, long seed) {
      this(seconds, steps, seed, null);
    }

    /** Until the time is up. */
    public static Search seconds(double seconds, long seed) {
      return new Search(seconds, null, seed);
    }
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
