package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of contract allows beside the hours of a week that each {@link Person} has. Nothing
 * of it may be broken, but sequences that have a price. A limit that is missing is not there. Weeks
 * are counted from the roster's first day.
 *
 * @param id unique; people name it
 * @param weekHours paid hours of a week
 * @param rosterHours paid hours of a whole roster ({@code planner.rosterDays} of the settings)
 * @param weekShifts shifts that begin in a week
 * @param workDays days in a row that are worked; its most replaces that of the rates
 * @param freeDays days in a row that are free
 * @param weekends weekends of a roster on which a shift begins
 * @param nights shifts of a roster of which three hours or more lie between 23:00 and 6:00
 * @param restHours least hours between two shifts instead of those of the rates
 * @param forbidden sequences of days that are not wanted
 * @param overtime wages of hours far above those of the contract, by hours rising
 */
public record Contract(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @Nullable Hours weekHours,
    @Nullable Hours rosterHours,
    @Nullable Count weekShifts,
    @Nullable Count workDays,
    @Nullable Count freeDays,
    @Nullable Count weekends,
    @Nullable Count nights,
    @PositiveOrZero @DecimalMax("168") @Nullable Double restHours,
    List<Sequence> forbidden,
    List<OvertimeStep> overtime)
    implements Serializable {

  /** Copies the lists. */
  public Contract {
    forbidden = List.copyOf(forbidden);
    overtime = List.copyOf(overtime);
  }

  /** The least and the most hours; null = none. */
  public record Hours(@PositiveOrZero @Nullable Double least, @PositiveOrZero @Nullable Double most)
      implements Serializable {}

  /** The least and the most of what is counted; null = none. */
  public record Count(
      @PositiveOrZero @Nullable Integer least, @PositiveOrZero @Nullable Integer most)
      implements Serializable {}

  /**
   * Days in a row that are not wanted.
   *
   * @param days one word a day, at most 7: the codes of shifts that fit, with {@code /} between
   *     them, or one of {@link #WORK}, {@link #FREE} and {@link #ANY}
   * @param cents price of each time it occurs; null = it may not
   */
  public record Sequence(@NotEmpty List<String> days, @PositiveOrZero @Nullable Long cents)
      implements Serializable {
    /** Any shift. */
    public static final String WORK = "work";

    /** A free day. */
    public static final String FREE = "free";

    /** A shift or a free day. */
    public static final String ANY = "any";

    /** Copies the list. */
    public Sequence {
      days = List.copyOf(days);
    }

    /** The words and codes of one of its days. */
    public static List<String> words(String day) {
      return List.of(day.strip().split("\\s*/\\s*", -1));
    }
  }

  /**
   * What hours far above the contract cost.
   *
   * @param aboveHours hours of a week above the person's contract hours from which on it holds
   * @param factor of the wage, in place of the person's overtime factor
   */
  public record OvertimeStep(
      @Positive double aboveHours, @DecimalMin("1") @DecimalMax("100") double factor)
      implements Serializable {}
}
