package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a machine that runs to failure: what its condition is read from, and what replacing
 * it costs now, at a planned stop, or after it failed.
 *
 * @param name for people, for example {@code bearing}
 * @param model name under which a model of remaining life is announced
 * @param sensors ids of the machine's sensors in the order of the model; when empty those that are
 *     named as in the model
 * @param cycleMinutes minutes of running that are one cycle of the model, above 0
 * @param running when the machine runs; whenever its sensors are heard when missing
 * @param partCents price of the part with its labour
 * @param stopMinutes how long a replacement keeps the machine standing
 * @param repairMinutes how long a failure does
 * @param damageCents what a failure breaks besides; nothing when missing
 * @param plannedStops each week's; planned maintenance counts too
 * @param failureModes ways in which it fails, and how its sensors move then; none when missing
 */
public record WearPart(
    @NotBlank String name,
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or ., as 'gemba maintenance learn' was told.")
        String model,
    List<String> sensors,
    @Positive double cycleMinutes,
    @Nullable Running running,
    @PositiveOrZero long partCents,
    @PositiveOrZero double stopMinutes,
    @PositiveOrZero double repairMinutes,
    @PositiveOrZero @Nullable Long damageCents,
    List<PlannedStop> plannedStops,
    List<FailureMode> failureModes)
    implements Serializable {
  /** Copies the lists. */
  public WearPart {
    sensors = List.copyOf(sensors);
    plannedStops = List.copyOf(plannedStops);
    failureModes = List.copyOf(failureModes);
  }

  /** A part without known ways to fail. */
  public WearPart(
      String name,
      String model,
      List<String> sensors,
      double cycleMinutes,
      @Nullable Running running,
      long partCents,
      double stopMinutes,
      double repairMinutes,
      @Nullable Long damageCents,
      List<PlannedStop> plannedStops) {
    this(
        name,
        model,
        sensors,
        cycleMinutes,
        running,
        partCents,
        stopMinutes,
        repairMinutes,
        damageCents,
        plannedStops,
        List.of());
  }

  /**
   * When a machine runs.
   *
   * @param sensor id of one of its sensors
   * @param above it runs while that one reads more
   */
  public record Running(String sensor, double above) implements Serializable {}

  /** A stop that comes every week, in the site's zone. */
  public record PlannedStop(DayOfWeek day, LocalTime time) implements Serializable {}

  /**
   * A way in which the part fails.
   *
   * @param name for people, for example {@code lubrication lost}
   * @param signs how sensors move as it comes; at least one
   */
  public record FailureMode(@NotBlank String name, List<Sign> signs) implements Serializable {
    /** Copies the signs. */
    public FailureMode {
      signs = List.copyOf(signs);
    }
  }

  /**
   * A sensor that leaves what it was when the part was new.
   *
   * @param sensor id of one of the machine's sensors that tell the part's condition
   */
  public record Sign(String sensor, Direction moves) implements Serializable {}

  /** Where a sensor goes. */
  public enum Direction {
    UP,
    DOWN
  }
}
