package io.gemba.forecast.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;

/**
 * Which places should bring units to others before an order could arrive: the pair that saves most
 * after the way is paid, then the next pair among the others, as long as one saves enough.
 */
public final class Transfers {
  private Transfers() {}

  /**
   * A place that may give or take.
   *
   * @param place it
   * @param spare units on its shelf that it could give, not negative
   * @param atStakeCents the most it could save by getting units
   * @param given expected cents it loses more by giving that many units, rising ever faster from 0
   * @param taken expected cents it loses less by getting that many units, rising ever more slowly
   *     from 0
   */
  public record Side(
      String place,
      double spare,
      double atStakeCents,
      DoubleUnaryOperator given,
      DoubleUnaryOperator taken) {}

  /**
   * Units to bring from one place to another.
   *
   * @param units whole packs, above 0
   * @param takenCents expected loss it saves where it is brought
   * @param givenCents expected loss it adds where it is taken from
   * @param tripCents cost of the way
   */
  public record Transfer(
      String from,
      String to,
      double units,
      double takenCents,
      double givenCents,
      double tripCents) {
    /** What it saves in all. */
    public double savedCents() {
      return takenCents - givenCents - tripCents;
    }
  }

  /**
   * When a transfer is worth it.
   *
   * @param packSize units that move together, above 0
   * @param packCents what a pack more must save
   * @param leastCents what a transfer must save in all, above 0; and how much more than a known
   *     one, to replace it
   */
  public record Terms(int packSize, double packCents, double leastCents) {}

  /**
   * The transfers that are worth their way; each place gives or gets in at most one.
   *
   * @param tripCents cost of the way between two places
   * @param known place that gives by place that gets, as people know it already: it stays while no
   *     other is clearly better
   * @param terms what moves together, and what is worth anybody's time
   */
  public static List<Transfer> best(
      List<Side> sides,
      ToDoubleBiFunction<String, String> tripCents,
      Map<String, String> known,
      Terms terms) {
    List<Side> takers =
        sides.stream().filter(side -> side.atStakeCents >= terms.leastCents).toList();
    List<Transfer> chosen = new ArrayList<>();
    Set<String> busy = new HashSet<>();
    while (true) {
      Transfer best = null;
      double bestRank = 0;
      for (Side to : takers) {
        for (Side from : sides) {
          if (!from.place.equals(to.place)
              && !busy.contains(from.place)
              && !busy.contains(to.place)) {
            double trip = tripCents.applyAsDouble(from.place, to.place);
            Transfer next = between(from, to, terms, trip);
            boolean isKnown = from.place.equals(known.get(to.place));
            double rank = next.savedCents() + (isKnown ? terms.leastCents : 0);
            if (next.savedCents() >= terms.leastCents && (best == null || rank > bestRank)) {
              best = next;
              bestRank = rank;
            }
          }
        }
      }
      if (best == null) {
        return chosen;
      }
      chosen.add(best);
      busy.add(best.from);
      busy.add(best.to);
    }
  }

  /** The best number of packs: one more is taken while it saves more than its handling costs. */
  private static Transfer between(Side from, Side to, Terms terms, double tripCents) {
    double units = 0;
    double given = 0;
    double taken = 0;
    while (units + terms.packSize <= from.spare) {
      double nextGiven = from.given.applyAsDouble(units + terms.packSize);
      double nextTaken = to.taken.applyAsDouble(units + terms.packSize);
      if (nextTaken - nextGiven <= taken - given + terms.packCents) {
        break;
      }
      units += terms.packSize;
      given = nextGiven;
      taken = nextTaken;
    }
    return new Transfer(from.place, to.place, units, taken, given, tripCents);
  }
}
