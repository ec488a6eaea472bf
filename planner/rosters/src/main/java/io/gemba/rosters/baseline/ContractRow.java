package io.gemba.rosters.baseline;

import io.gemba.rosters.Contract;
import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a row keeps what a contract allows at most; what is due at least is not looked at. */
final class ContractRow {
  private static final int WEEK_DAYS = 7;

  private final List<DayFrame> frames;
  private final Contract limits;

  ContractRow(List<DayFrame> frames) {
    this.frames = frames;
    limits = frames.get(0).employee().limits();
  }

  /** Whether it does around a day. */
  boolean keeps(Duty[] row, int day) {
    int minutes = 0;
    int nights = 0;
    int shifts = 0;
    Set<Integer> weekends = new HashSet<>();
    for (int other = 0; other < row.length; other++) {
      minutes += row[other].paidMinutes();
      nights += row[other].isNight() ? 1 : 0;
      boolean works = row[other].isWork();
      shifts += works && other / WEEK_DAYS == day / WEEK_DAYS ? 1 : 0;
      int weekend = frames.get(other).weekend();
      if (works && weekend != DayFrame.NO_WEEKEND) {
        weekends.add(weekend);
      }
    }
    return minutes <= Range.of(limits.rosterMinutes()).ceiling()
        && nights <= Range.of(limits.nights()).ceiling()
        && shifts <= Range.of(limits.weekShifts()).ceiling()
        && weekends.size() <= Range.of(limits.weekends()).ceiling()
        && limits.forbidden().stream().noneMatch(one -> one.cents() == null && has(one, row, day));
  }

  private static boolean has(Pattern pattern, Duty[] row, int day) {
    int length = pattern.days().size();
    for (int first = Math.max(0, day - length + 1); first + length <= row.length; first++) {
      if (first > day) {
        return false;
      }
      boolean fits = true;
      for (int i = 0; fits && i < length; i++) {
        fits = pattern.fits(i, row[first + i].code());
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }
}
