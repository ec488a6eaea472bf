package io.gemba.rosters;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
 * <p>One long file, as the JSON is one document.
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
 * @param pairs people who should or must not work at the same time; may be empty
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
    Search search,
    List<Pair> pairs) {

  /** Copies the lists; a missing list is empty. */
  public RosterRequest {
    people = copy(people);
    shifts = copy(shifts);
    demand = copy(demand);
    pins = copy(pins);
    pairs = copy(pairs);
  }

  /** A request without pairs. */
  public RosterRequest(
      LocalDate firstDay,
      int days,
      List<Person> people,
      List<Shift> shifts,
      List<Demand> demand,
      Rules rules,
      List<Cell> pins,
      @Nullable Published published,
      Search search) {
    this(firstDay, days, people, shifts, demand, rules, pins, published, search, List.of());
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
   * @param levels how well they know a skill; a skill that is not named has level 1
   * @param contract limits besides the hours of a week; null = none
   * @param wishes days and shifts that they want or do not want
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
      @Nullable History history,
      Map<String, Integer> levels,
      @Nullable Contract contract,
      List<Wish> wishes) {
    /** Copies the lists; a missing list is empty. */
    public Person {
      skills = copy(skills);
      unavailable = copy(unavailable);
      levels = levels == null ? Map.of() : Map.copyOf(levels);
      wishes = copy(wishes);
    }

    /** Somebody of level 1 without wishes or further limits. */
    public Person(
        String id,
        String place,
        List<String> skills,
        double contractHours,
        double maximumHours,
        long hourlyCents,
        double overtimeFactor,
        List<LocalDate> unavailable,
        @Nullable History history) {
      this(
          id,
          place,
          skills,
          contractHours,
          maximumHours,
          hourlyCents,
          overtimeFactor,
          unavailable,
          history,
          Map.of(),
          null,
          List.of());
    }

    /** How well they know a skill, 1 unless named. */
    public int level(String skill) {
      return levels.getOrDefault(skill, 1);
    }

    /** Their contract, one without limits when there is none. */
    public Contract limits() {
      return contract == null ? Contract.OPEN : contract;
    }
  }

  /**
   * What somebody would like.
   *
   * @param day the day, within the roster
   * @param shift code of the shift; null = any
   * @param wanted true costs when it is not worked that day, false when it is
   * @param cents price of not getting it
   */
  public record Wish(LocalDate day, @Nullable String shift, boolean wanted, long cents) {}

  /**
   * Two people, counted from the start to the end of their shifts, breaks included, wherever they
   * work.
   *
   * @param first person id
   * @param second another person id
   * @param together true: each hour that only one of them is at work costs; false: each hour that
   *     both are
   * @param centsPerHour price of such an hour; null = it is a hard rule, by minutes
   */
  public record Pair(String first, String second, boolean together, @Nullable Long centsPerHour) {}

  /**
   * A person's last days before the roster.
   *
   * @param lastShiftEnd when the last shift ended; null = long ago
   * @param workedDays how many days in a row up to the day before the first; 0 = that day was off
   * @param freeDays how many days in a row were free up to the day before the first; null = not
   *     known, and the least of free days does not hold for the first ones
   * @param shifts codes of the last days' shifts, oldest first, {@code -} for a free day; as many
   *     as forbidden sequences should see
   */
  public record History(
      @Nullable LocalDateTime lastShiftEnd,
      int workedDays,
      @Nullable Integer freeDays,
      List<String> shifts) {
    /** Cuts the time to whole minutes, as all times of a roster are. */
    public History {
      lastShiftEnd = lastShiftEnd == null ? null : lastShiftEnd.truncatedTo(ChronoUnit.MINUTES);
      shifts = copy(shifts);
    }

    /** Without what only some contracts look at. */
    public History(@Nullable LocalDateTime lastShiftEnd, int workedDays) {
      this(lastShiftEnd, workedDays, null, List.of());
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
   * @param breaks breaks at a set time, in which nobody covers demand; by time
   */
  public record Shift(
      String code,
      LocalTime start,
      LocalTime end,
      int unpaidBreakMinutes,
      List<String> places,
      List<String> skills,
      List<Break> breaks) {
    private static final int DAY_MINUTES = 24 * 60;
    private static final int NIGHT_FROM = 23 * 60;
    private static final int NIGHT_TO = 6 * 60;
    private static final int NIGHT_LEAST = 3 * 60;

    /** Copies the lists; a missing list is empty. */
    public Shift {
      places = copy(places);
      skills = copy(skills);
      breaks = copy(breaks);
    }

    /** A shift without breaks at a set time. */
    public Shift(
        String code,
        LocalTime start,
        LocalTime end,
        int unpaidBreakMinutes,
        List<String> places,
        List<String> skills) {
      this(code, start, end, unpaidBreakMinutes, places, skills, List.of());
    }

    /**
     * Whether three hours or more of it lie between 23:00 and 6:00, as the European Working Time
     * Directive 2003/88/EC, article 2, has it for night workers.
     */
    @JsonIgnore
    public boolean isNight() {
      int from = start.toSecondOfDay() / 60;
      int to = from + lengthMinutes();
      int night = 0;
      for (int day = -1; day <= 1; day++) {
        int begins = Math.max(from, NIGHT_FROM + day * DAY_MINUTES);
        int ends = Math.min(to, NIGHT_TO + (day + 1) * DAY_MINUTES);
        night += Math.max(0, ends - begins);
      }
      return night >= NIGHT_LEAST;
    }

    /** Minutes from start to end, break included. */
    public int lengthMinutes() {
      int minutes = (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
      return minutes > 0 ? minutes : minutes + DAY_MINUTES;
    }

    /** Minutes that are paid. */
    public int paidMinutes() {
      int unpaid = breaks.stream().filter(one -> !one.paid()).mapToInt(Break::minutes).sum();
      return lengthMinutes() - unpaidBreakMinutes - unpaid;
    }
  }

  /**
   * A break at a set time of a shift.
   *
   * @param afterMinutes minutes from the shift's start to the break's
   * @param minutes how long
   * @param paid whether it is paid
   */
  public record Break(int afterMinutes, int minutes, boolean paid) {}

  /**
   * Heads needed for one skill at one place on one day; unique by these three and the level.
   *
   * @param place where
   * @param skill what they must be able to do
   * @param day the day, within the roster
   * @param heads heads needed in each interval of the day, none negative: 24 hours, or 48, 72 or 96
   *     intervals of 30, 20 or 15 minutes
   * @param underCentsPerHour price of an hour of a head too few
   * @param overCentsPerHour price of an hour of a head too many, on top of the wage
   * @param level least level of the skill that a head has; 0 or 1 = anybody. Heads of a higher
   *     level are among those of a lower one.
   * @param underSteps dearer prices where more heads are missing, by heads ascending
   * @param overSteps dearer prices where more heads are too many, by heads ascending
   */
  public record Demand(
      String place,
      String skill,
      LocalDate day,
      List<Integer> heads,
      long underCentsPerHour,
      long overCentsPerHour,
      @JsonSetter(nulls = Nulls.AS_EMPTY) int level,
      List<PriceStep> underSteps,
      List<PriceStep> overSteps) {
    /** Copies the lists. */
    public Demand {
      heads = copy(heads);
      underSteps = copy(underSteps);
      overSteps = copy(overSteps);
      level = level == 0 ? 1 : level;
    }

    /** Heads of any level, each at the same price. */
    public Demand(
        String place,
        String skill,
        LocalDate day,
        List<Integer> heads,
        long underCentsPerHour,
        long overCentsPerHour) {
      this(place, skill, day, heads, underCentsPerHour, overCentsPerHour, 1, List.of(), List.of());
    }

    /** Minutes of an interval. */
    public int intervalMinutes() {
      return heads.isEmpty() ? 24 * 60 : 24 * 60 / heads.size();
    }

    /** The same with other heads. */
    public Demand with(List<Integer> otherHeads) {
      return new Demand(
          place,
          skill,
          day,
          otherHeads,
          underCentsPerHour,
          overCentsPerHour,
          level,
          underSteps,
          overSteps);
    }
  }

  /**
   * A dearer price of a head too few or too many.
   *
   * @param heads it holds for every head beyond so many, at least 1
   * @param centsPerHour price of an hour of such a head
   */
  public record PriceStep(int heads, long centsPerHour) {}

  /**
   * Limits and prices that hold for everybody.
   *
   * @param restHours least hours between two shifts of a person
   * @param maximumConsecutiveDays most days in a row
   * @param fairnessCentsPerHour price of an hour that somebody works more than the average of those
   *     with the same place and contract
   * @param fairnessCentsPerNight the same for a night shift
   * @param fairnessCentsPerWeekend the same for a weekend on which a shift begins
   */
  public record Rules(
      double restHours,
      int maximumConsecutiveDays,
      long fairnessCentsPerHour,
      @JsonSetter(nulls = Nulls.AS_EMPTY) long fairnessCentsPerNight,
      @JsonSetter(nulls = Nulls.AS_EMPTY) long fairnessCentsPerWeekend) {
    /** Fairness of hours alone. */
    public Rules(double restHours, int maximumConsecutiveDays, long fairnessCentsPerHour) {
      this(restHours, maximumConsecutiveDays, fairnessCentsPerHour, 0, 0);
    }
  }

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
   * @param asOf the day on which people hear of a change; null = the roster's first
   * @param notices dearer prices of changes at short notice, by days ascending
   */
  public record Published(
      List<Cell> cells,
      LocalDate from,
      LocalDate to,
      long changeCents,
      @Nullable LocalDate asOf,
      List<Notice> notices) {
    /** Copies the lists; a missing list is empty. */
    public Published {
      cells = copy(cells);
      notices = copy(notices);
    }

    /** Changes cost the same whatever the notice. */
    public Published(List<Cell> cells, LocalDate from, LocalDate to, long changeCents) {
      this(cells, from, to, changeCents, null, List.of());
    }
  }

  /**
   * What a change costs at short notice.
   *
   * @param days it holds for days that are fewer than so many away
   * @param cents price of a cell that changes
   */
  public record Notice(int days, long cents) {}

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
