package io.gemba.rosters.optaplanner;

import io.gemba.rosters.Contract;
import io.gemba.rosters.model.Bond.Presence;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import io.gemba.rosters.model.Portion;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.entity.PlanningPin;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/**
 * Planning entity: what one employee does on one day. Only the duty changes; that there is one a
 * day is the rule of one shift a day.
 */
@PlanningEntity
public final class PersonDay {
  private static final int DAY_MINUTES = 24 * 60;

  private DayFrame frame;
  @PlanningPin private boolean pinned;

  @PlanningVariable(valueRangeProviderRefs = "open")
  private Duty duty;

  /** For OptaPlanner, which fills the fields of its copies. */
  @SuppressWarnings("NullAway.Init")
  PersonDay() {}

  /** A day with its first duty. */
  public PersonDay(DayFrame frame, Duty duty) {
    this.frame = frame;
    this.duty = duty;
    pinned = frame.pinned();
  }

  /** Duties that may be chosen. */
  @ValueRangeProvider(id = "open")
  public List<Duty> getOpen() {
    return frame.range();
  }

  /** What is done. */
  public Duty getDuty() {
    return duty;
  }

  /** Changes what is done. */
  public void setDuty(Duty duty) {
    this.duty = duty;
  }

  DayFrame frame() {
    return frame;
  }

  Employee employee() {
    return frame.employee();
  }

  int day() {
    return frame.day();
  }

  boolean isPinned() {
    return pinned;
  }

  boolean isWork() {
    return duty.isWork();
  }

  Week week() {
    return new Week(frame.week(), frame.blockDays());
  }

  int paidMinutes() {
    return duty.paidMinutes();
  }

  long startMinute() {
    return (long) day() * DAY_MINUTES + duty.startMinute();
  }

  long endMinute() {
    return startMinute() + duty.lengthMinutes();
  }

  /** Minutes of rest that are missing between the shift before the roster and this one. */
  long missingRestSinceHistory() {
    return Math.max(0, employee().lastEndMinute() + employee().restMinutes() - startMinute());
  }

  /** Minutes of rest that are missing between this shift and a later one. */
  long missingRestBefore(PersonDay later) {
    return Math.max(0, endMinute() + employee().restMinutes() - later.startMinute());
  }

  boolean isWithoutSkill() {
    return duty.isWork() && !employee().person().skills().contains(duty.skill());
  }

  boolean isWhileUnavailable() {
    return duty.isWork() && !frame.available();
  }

  List<Portion> portions() {
    return frame.portions(duty);
  }

  long changeCents() {
    return frame.changeCents(duty);
  }

  long wishCents() {
    return frame.wishCents(duty);
  }

  int nights() {
    return duty.isNight() ? 1 : 0;
  }

  Contract limits() {
    return employee().limits();
  }

  /** The shift for each pair that the employee belongs to. */
  List<Presence> presences() {
    return employee().bonds().stream()
        .map(bond -> new Presence(bond, startMinute(), endMinute()))
        .toList();
  }

  /**
   * A block of seven days.
   *
   * @param number 0 = first
   * @param days 7 but for a shorter last one
   */
  record Week(int number, int days) {}

  @Override
  public String toString() {
    return "%s day %d %s".formatted(employee().person().id(), day(), duty);
  }
}
