package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds for rosters beside the {@link CostRates}.
 *
 * @param contracts that people name; may be empty
 * @param pairs people who should or must not work at the same time; may be empty
 * @param changes prices of changes to a published roster; null = {@link Changes#USUAL}
 * @param fairness prices of nights and weekends that are shared out unevenly; null = nothing
 * @param underSteps dearer prices of many people missing, by heads rising; may be empty
 * @param overSteps dearer prices of many people too many, by heads rising; may be empty
 */
public record Rostering(
    List<Contract> contracts,
    List<Pair> pairs,
    @Nullable Changes changes,
    @Nullable Fairness fairness,
    List<PriceStep> underSteps,
    List<PriceStep> overSteps)
    implements Serializable {
  /** Nothing but the rates. */
  public static final Rostering NONE =
      new Rostering(List.of(), List.of(), null, null, List.of(), List.of());

  /** Copies the lists; missing prices are the usual ones. */
  public Rostering {
    contracts = List.copyOf(contracts);
    pairs = List.copyOf(pairs);
    changes = changes == null ? Changes.USUAL : changes;
    fairness = fairness == null ? Fairness.NONE : fairness;
    underSteps = List.copyOf(underSteps);
    overSteps = List.copyOf(overSteps);
  }

  /** Prices of changes, the usual ones when the file has none. */
  @Override
  public Changes changes() {
    return Objects.requireNonNull(changes);
  }

  /** Prices of uneven nights and weekends, nothing when the file has none. */
  @Override
  public Fairness fairness() {
    return Objects.requireNonNull(fairness);
  }

  /**
   * Two people, counted from the start to the end of their shifts.
   *
   * @param first person id
   * @param second another person id
   * @param together true: each hour that only one of them is at work costs; false: each hour that
   *     both are
   * @param centsPerHour price of such an hour; null = there may be none
   */
  public record Pair(
      @NotBlank String first,
      @NotBlank String second,
      boolean together,
      @PositiveOrZero @Nullable Long centsPerHour)
      implements Serializable {}

  /**
   * What it costs to tell somebody that a published shift has changed.
   *
   * @param cents price of a day of a person that changes
   * @param notices other prices at short notice, by days rising
   */
  public record Changes(@PositiveOrZero long cents, List<Notice> notices) implements Serializable {
    /** Ten euros, whatever the notice. */
    public static final Changes USUAL = new Changes(1000, List.of());

    /** Copies the list. */
    public Changes {
      notices = List.copyOf(notices);
    }
  }

  /**
   * A price at short notice.
   *
   * @param days it holds for days that are fewer than so many away
   * @param cents price of a day of a person that changes
   */
  public record Notice(@Positive int days, @PositiveOrZero long cents) implements Serializable {}

  /**
   * What it costs that somebody has more than the average of those with the same place and contract
   * hours.
   *
   * @param centsPerNight price of a night shift more
   * @param centsPerWeekend price of a weekend with a shift more
   */
  public record Fairness(@PositiveOrZero long centsPerNight, @PositiveOrZero long centsPerWeekend)
      implements Serializable {
    /** Nothing. */
    public static final Fairness NONE = new Fairness(0, 0);
  }

  /**
   * A dearer price of people missing, or too many.
   *
   * @param heads it holds for each beyond so many
   * @param centsPerHour price of an hour of each
   */
  public record PriceStep(@Positive int heads, @PositiveOrZero long centsPerHour)
      implements Serializable {}
}
