package io.gemba.rosters;

import io.gemba.rosters.Contract.OvertimeStep;
import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.Contract.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds contracts with one or two limits. */
public final class TestContract {
  private @Nullable Range weekMinutes;
  private @Nullable Range rosterMinutes;
  private @Nullable Range weekShifts;
  private @Nullable Range workDays;
  private @Nullable Range freeDays;
  private @Nullable Range weekends;
  private @Nullable Range nights;
  private @Nullable Double restHours;
  private final List<Pattern> forbidden = new ArrayList<>();
  private final List<OvertimeStep> overtime = new ArrayList<>();

  public TestContract weekMinutes(@Nullable Integer least, @Nullable Integer most) {
    weekMinutes = new Range(least, most);
    return this;
  }

  public TestContract rosterMinutes(@Nullable Integer least, @Nullable Integer most) {
    rosterMinutes = new Range(least, most);
    return this;
  }

  public TestContract weekShifts(@Nullable Integer least, @Nullable Integer most) {
    weekShifts = new Range(least, most);
    return this;
  }

  public TestContract workDays(@Nullable Integer least, @Nullable Integer most) {
    workDays = new Range(least, most);
    return this;
  }

  public TestContract freeDays(@Nullable Integer least, @Nullable Integer most) {
    freeDays = new Range(least, most);
    return this;
  }

  public TestContract weekends(@Nullable Integer least, @Nullable Integer most) {
    weekends = new Range(least, most);
    return this;
  }

  public TestContract nights(@Nullable Integer least, @Nullable Integer most) {
    nights = new Range(least, most);
    return this;
  }

  public TestContract restHours(double hours) {
    restHours = hours;
    return this;
  }

  /** Codes of the days, {@code ?} for anything. */
  public TestContract forbids(@Nullable Long cents, String... days) {
    List<List<String>> elements = new ArrayList<>();
    for (String day : days) {
      elements.add(day.equals("?") ? List.of() : List.of(day));
    }
    forbidden.add(new Pattern(elements, cents));
    return this;
  }

  public TestContract overtime(double aboveHours, double factor) {
    overtime.add(new OvertimeStep(aboveHours, factor));
    return this;
  }

  public Contract build() {
    return new Contract(
        weekMinutes,
        rosterMinutes,
        weekShifts,
        workDays,
        freeDays,
        weekends,
        nights,
        restHours,
        forbidden,
        overtime);
  }
}
