package io.gemba.rosters.model;

import io.gemba.rosters.RosterRequest.Wish;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One employee's day before it is decided: which duties are open, and what each would cover.
 * Immutable, compared by identity.
 */
public final class DayFrame {
  /** Neither Saturday nor Sunday. */
  public static final int NO_WEEKEND = -1;

  private final Employee employee;
  private final int day;
  private final int blockDays;
  private final int weekend;
  private final List<Wish> wishes;
  private final boolean available;
  private final boolean pinned;
  private final List<Duty> range;
  private final List<Portion.OfDuty> portions;
  private final @Nullable Duty published;
  private final long changeCents;

  DayFrame(Builder from) {
    employee = from.employee;
    day = from.day;
    blockDays = from.blockDays;
    weekend = from.weekend;
    wishes = List.copyOf(from.wishes);
    available = from.available;
    pinned = from.pinned;
    range = List.copyOf(from.range);
    published = from.published;
    changeCents = from.changeCents;
    List<Portion.OfDuty> list = new ArrayList<>();
    for (Duty duty : range) {
      list.add(new Portion.OfDuty(duty, from.portions(duty)));
    }
    portions = List.copyOf(list);
  }

  /** Lists what is needed at a place for a skill on a day; nothing beyond the last day. */
  interface DemandLookup {
    List<DemandDay> list(String place, String skill, int day);
  }

  /** What {@link RosterModel} gathers for one day. */
  static final class Builder {
    final Employee employee;
    final int day;
    final int blockDays;
    final DemandLookup demand;
    int weekend = NO_WEEKEND;
    List<Wish> wishes = List.of();
    boolean available;
    boolean pinned;
    List<Duty> range = List.of();
    @Nullable Duty published;
    long changeCents;

    Builder(Employee employee, int day, int blockDays, DemandLookup demand) {
      this.employee = employee;
      this.day = day;
      this.blockDays = blockDays;
      this.demand = demand;
    }

    /** Every demand the employee could cover that day has a portion, even an empty one. */
    List<Portion> portions(Duty duty) {
      List<Portion> list = new ArrayList<>();
      for (String skill : employee.person().skills()) {
        if (!skill.equals(duty.skill())) {
          covered(skill, day).forEach(one -> list.add(new Portion(one, Portion.NOTHING)));
        }
      }
      String skill = duty.skill();
      if (skill != null) {
        for (DemandDay one : covered(skill, day)) {
          list.add(new Portion(one, duty.firstDayMinutes(one.demand().intervalMinutes())));
        }
        for (DemandDay one : covered(skill, day + 1)) {
          list.add(new Portion(one, duty.nextDayMinutes(one.demand().intervalMinutes())));
        }
      }
      return List.copyOf(list);
    }

    /** Demand for which the employee is good enough. */
    private List<DemandDay> covered(String skill, int onDay) {
      int level = employee.person().level(skill);
      return demand.list(employee.person().place(), skill, onDay).stream()
          .filter(one -> one.demand().level() <= level)
          .toList();
    }
  }

  /** Whose day. */
  public Employee employee() {
    return employee;
  }

  /** Day of the roster, 0 = first. */
  public int day() {
    return day;
  }

  /** Block of seven days it lies in, 0 = first. */
  public int week() {
    return day / 7;
  }

  /** Days of that block, 7 but for a shorter last one. */
  public int blockDays() {
    return blockDays;
  }

  /** The weekend it belongs to, the same number on Saturday and Sunday; {@link #NO_WEEKEND}. */
  public int weekend() {
    return weekend;
  }

  /** Price of a duty for the wishes it does not fulfil, in cents. */
  public long wishCents(Duty duty) {
    long cents = 0;
    for (Wish wish : wishes) {
      boolean fits = duty.isWork() && (wish.shift() == null || wish.shift().equals(duty.shift()));
      cents += fits == wish.wanted() ? 0 : wish.cents();
    }
    return cents;
  }

  /** Whether a shift may begin on it. */
  public boolean available() {
    return available;
  }

  /** Whether its duty is given. */
  public boolean pinned() {
    return pinned;
  }

  /** Duties that may be chosen, the free day first; only the given one when pinned. */
  public List<Duty> range() {
    return range;
  }

  /** What a duty of the range covers on this and the next day. */
  public List<Portion> portions(Duty duty) {
    for (Portion.OfDuty candidate : portions) {
      if (candidate.duty() == duty) {
        return candidate.portions();
      }
    }
    throw new IllegalArgumentException(
        "%s is not open to '%s' on day %d.".formatted(duty, employee.person().id(), day));
  }

  /** Price of a duty for differing from the published roster, in cents. */
  public long changeCents(Duty duty) {
    return published == null || published == duty ? 0 : changeCents;
  }

  /** What was published for the day; null = nothing or no longer possible. */
  public @Nullable Duty published() {
    return published;
  }
}
