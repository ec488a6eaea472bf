package io.gemba.rosters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person's contract allows besides the hours of a week. Every limit is a hard rule; one that
 * is null is not there. Weeks are blocks of seven days from the roster's first day; in a last block
 * that is shorter a least counts its share, rounded down, and a most holds whole.
 *
 * @param weekMinutes paid minutes of a week; its most holds beside the person's maximum hours
 * @param rosterMinutes paid minutes of the whole roster
 * @param weekShifts shifts that begin in a week
 * @param workDays days in a row that are worked; its most replaces that of the rules
 * @param freeDays days in a row that are free
 * @param weekends weekends of the roster in which a shift begins on Saturday or Sunday
 * @param nights night shifts of the roster, see {@link RosterRequest.Shift#isNight}
 * @param restHours least hours between two shifts instead of those of the rules
 * @param forbidden sequences of days that are not wanted
 * @param overtime wages of the hours far above the contract, by hours ascending
 */
public record Contract(
    @Nullable Range weekMinutes,
    @Nullable Range rosterMinutes,
    @Nullable Range weekShifts,
    @Nullable Range workDays,
    @Nullable Range freeDays,
    @Nullable Range weekends,
    @Nullable Range nights,
    @Nullable Double restHours,
    List<Pattern> forbidden,
    List<OvertimeStep> overtime) {
  /** A contract that limits nothing. */
  public static final Contract OPEN =
      new Contract(null, null, null, null, null, null, null, null, List.of(), List.of());

  /** Copies the lists; a missing list is empty. */
  public Contract {
    forbidden = forbidden == null ? List.of() : List.copyOf(forbidden);
    overtime = overtime == null ? List.of() : List.copyOf(overtime);
  }

  /**
   * A least and a most.
   *
   * @param least null = none
   * @param most null = none
   */
  public record Range(@Nullable Integer least, @Nullable Integer most) {
    /** No limit at all. */
    public static final Range ANY = new Range(null, null);

    /** The range, or one without limits. */
    public static Range of(@Nullable Range range) {
      return range == null ? ANY : range;
    }

    /** The least; 0 when there is none. */
    public int floor() {
      return least == null ? 0 : least;
    }

    /** The most; {@link Integer#MAX_VALUE} when there is none. */
    public int ceiling() {
      return most == null ? Integer.MAX_VALUE : most;
    }

    /** The least of a block that may be shorter than a week. */
    public int floor(int blockDays) {
      return floor() * blockDays / 7;
    }
  }

  /**
   * A sequence of days, each occurrence of which costs, overlapping ones too. It may begin in the
   * days before the roster that {@link RosterRequest.History#shifts} names.
   *
   * @param days for each day the codes of the shifts that fit, {@code *} for any shift, {@code -}
   *     for a free day; an empty list fits everything; at most 7 days
   * @param cents price of each occurrence; null = it is a hard rule
   */
  public record Pattern(List<List<String>> days, @Nullable Long cents) {
    /** Any shift. */
    public static final String WORK = "*";

    /** A free day. */
    public static final String FREE = "-";

    /** Copies the lists. */
    public Pattern {
      days = days == null ? List.of() : days.stream().map(List::copyOf).toList();
    }

    /** Whether a day fits the one at an index, with the code of its shift or {@link #FREE}. */
    public boolean fits(int index, String code) {
      List<String> day = days.get(index);
      return day.isEmpty() || day.contains(code) || (!code.equals(FREE) && day.contains(WORK));
    }
  }

  /**
   * What hours far above the contract cost.
   *
   * @param aboveHours hours of a week above the contract from which on it holds
   * @param factor of the wage instead of the person's overtime factor
   */
  public record OvertimeStep(double aboveHours, double factor) {}
}
