package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much work a task is.
 *
 * @param task unique with the place, for example {@code pick}, {@code pack}, {@code produce}
 * @param place where it is done
 * @param skill skill it needs
 * @param secondsPerUnit seconds of one person's work per unit, above 0
 * @param minimumHeads people needed while there is any of it, 0 or more
 * @param steps other seconds per unit from a volume on, rising; may be empty
 * @param queue set when customers wait for it; null = it can wait for the next hour
 * @param lead people of experience among those who do it; null = anybody will do
 */
public record LabourStandard(
    @NotBlank String task,
    @NotBlank String place,
    @NotBlank String skill,
    @Positive double secondsPerUnit,
    @PositiveOrZero int minimumHeads,
    List<Step> steps,
    @Nullable Queue queue,
    @Nullable Lead lead)
    implements Serializable {

  /** Work for which anybody with the skill will do. */
  public LabourStandard(
      String task,
      String place,
      String skill,
      double secondsPerUnit,
      int minimumHeads,
      List<Step> steps,
      @Nullable Queue queue) {
    this(task, place, skill, secondsPerUnit, minimumHeads, steps, queue, null);
  }

  /**
   * People of experience in each hour in which anybody is needed.
   *
   * @param level least level of the skill ({@link Person.SkillLevel}), above 1
   * @param heads how many of those needed have it; all, where fewer are needed
   * @param centsPerHour price of an hour of each who is missing, whether or not there are others
   */
  public record Lead(
      @DecimalMin("2") int level, @Positive int heads, @PositiveOrZero long centsPerHour)
      implements Serializable {}

  /**
   * Another time per unit: all units of an hour with at least this volume take it.
   *
   * @param fromUnitsPerHour above 0
   * @param secondsPerUnit above 0
   */
  public record Step(@Positive double fromUnitsPerHour, @Positive double secondsPerUnit)
      implements Serializable {}

  /**
   * How soon customers are served.
   *
   * @param servedShare share of customers served in time, above 0, at most 0.999
   * @param withinSeconds the time that a customer may wait
   */
  public record Queue(
      @Positive @DecimalMax("0.999") double servedShare, @PositiveOrZero double withinSeconds)
      implements Serializable {}

  /** Copies the list. */
  public LabourStandard {
    steps = List.copyOf(steps);
  }

  /** The same seconds for every unit, and work that can wait. */
  public static LabourStandard linear(
      String task, String place, String skill, double secondsPerUnit, int minimumHeads) {
    return new LabourStandard(task, place, skill, secondsPerUnit, minimumHeads, List.of(), null);
  }
}
