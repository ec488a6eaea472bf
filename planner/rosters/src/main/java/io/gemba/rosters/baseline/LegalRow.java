package io.gemba.rosters.baseline;

import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import java.util.List;

/** Strikes from a wished row what the hard rules forbid, first day to last. Pins stand. */
public final class LegalRow {
  private static final int DAY_MINUTES = 24 * 60;
  private static final int WEEK_DAYS = 7;

  private final List<DayFrame> frames;
  private final Employee employee;
  private final Duty[] row;
  private final ContractRow contract;

  private LegalRow(List<DayFrame> frames) {
    this.frames = frames;
    employee = frames.get(0).employee();
    contract = new ContractRow(frames);
    row = new Duty[frames.size()];
    for (DayFrame frame : frames) {
      row[frame.day()] = frame.pinned() ? frame.range().get(0) : Duty.OFF;
    }
  }

  /**
   * Builds the row.
   *
   * @param frames one employee's days
   * @param wish one duty a day; one that is not open counts as free
   */
  public static Duty[] of(List<DayFrame> frames, Duty[] wish) {
    LegalRow legal = new LegalRow(frames);
    for (DayFrame frame : frames) {
      Duty duty = wish[frame.day()];
      if (!frame.pinned() && duty.isWork() && frame.range().contains(duty)) {
        legal.row[frame.day()] = duty;
        if (!legal.keeps(frame.day())) {
          legal.row[frame.day()] = Duty.OFF;
        }
      }
    }
    return legal.row;
  }

  private boolean keeps(int day) {
    return rested(day) && weekKept(day) && runKept(day) && contract.keeps(row, day);
  }

  private boolean rested(int day) {
    long start = (long) day * DAY_MINUTES + row[day].startMinute();
    long end = start + row[day].lengthMinutes();
    if (start - employee.lastEndMinute() < employee.restMinutes()) {
      return false;
    }
    for (int other = 0; other < row.length; other++) {
      if (other != day && row[other].isWork()) {
        long otherStart = (long) other * DAY_MINUTES + row[other].startMinute();
        long otherEnd = otherStart + row[other].lengthMinutes();
        long rest = other < day ? start - otherEnd : otherStart - end;
        if (rest < employee.restMinutes()) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean weekKept(int day) {
    int first = day / WEEK_DAYS * WEEK_DAYS;
    int minutes = 0;
    for (int other = first; other < Math.min(row.length, first + WEEK_DAYS); other++) {
      minutes += row[other].paidMinutes();
    }
    return minutes <= employee.weekMaximumMinutes();
  }

  private boolean runKept(int day) {
    int first = day;
    while (first > 0 && row[first - 1].isWork()) {
      first--;
    }
    int last = day;
    while (last + 1 < frames.size() && row[last + 1].isWork()) {
      last++;
    }
    int before = first == 0 ? employee.workedDays() : 0;
    return before + last - first + 1 <= employee.maximumConsecutiveDays();
  }
}
