package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.Bond;
import io.gemba.rosters.model.Bond.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.score.stream.uni.UniConstraintCollector;

/** Price of the shifts of a pair, in cent-minutes or, of a hard rule, minutes. */
final class PresenceCollector implements UniConstraintCollector<Presence, List<Presence>, Long> {
  @Override
  public Supplier<List<Presence>> supplier() {
    return ArrayList::new;
  }

  @Override
  public BiFunction<List<Presence>, Presence, Runnable> accumulator() {
    return (shifts, shift) -> {
      shifts.add(shift);
      return () -> shifts.remove(shift);
    };
  }

  @Override
  public Function<List<Presence>, Long> finisher() {
    return shifts -> {
      TreeSet<Long> borders = new TreeSet<>();
      for (Presence shift : shifts) {
        borders.add(shift.fromMinute());
        borders.add(shift.toMinute());
      }
      long price = 0;
      for (long from : borders) {
        Long to = borders.higher(from);
        if (to != null) {
          price += (to - from) * priceAt(shifts, from);
        }
      }
      return price;
    };
  }

  private static long priceAt(List<Presence> shifts, long minute) {
    int first = 0;
    int second = 0;
    for (Presence shift : shifts) {
      if (shift.fromMinute() <= minute && shift.toMinute() > minute) {
        first += shift.bond().first() ? 1 : 0;
        second += shift.bond().first() ? 0 : 1;
      }
    }
    return Bond.price(shifts.get(0).bond().pair(), first, second);
  }
}
