package io.gemba.forecast.policy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Shares units that do not suffice: pack by pack to the place where the next one saves most. As a
 * pack more saves ever less, no other share saves more (marginal allocation, Fox 1966), but for
 * packs of different sizes in the last one.
 */
public final class Allocation {
  private Allocation() {}

  /**
   * What a place asks for.
   *
   * @param place it
   * @param there units it has or that are on their way
   * @param wanted units it would order, whole packs
   * @param packSize units of a pack, above 0
   * @param lossCents expected loss by the units it has, falling ever more slowly
   */
  public record Claim(
      String place, double there, double wanted, int packSize, DoubleUnaryOperator lossCents) {
    double savedByNextPack(double given) {
      double from = there + given;
      return (lossCents.applyAsDouble(from) - lossCents.applyAsDouble(from + packSize)) / packSize;
    }
  }

  /**
   * Shares units out.
   *
   * @param units not negative
   * @return by place, whole packs, 0 where nothing is left; equal claims are served by name
   */
  public static Map<String, Double> share(double units, List<Claim> claims) {
    Map<String, Double> given = new HashMap<>();
    PriorityQueue<Turn> turns =
        new PriorityQueue<>(
            Comparator.comparingDouble(Turn::saved)
                .reversed()
                .thenComparing(turn -> turn.claim.place));
    for (Claim claim : claims) {
      given.put(claim.place, 0.0);
      turns.add(new Turn(claim, claim.savedByNextPack(0)));
    }
    double left = units;
    while (!turns.isEmpty()) {
      Claim claim = turns.remove().claim;
      double before = given.getOrDefault(claim.place, 0.0);
      if (before + claim.packSize <= claim.wanted && claim.packSize <= left) {
        double after = before + claim.packSize;
        left -= claim.packSize;
        given.put(claim.place, after);
        turns.add(new Turn(claim, claim.savedByNextPack(after)));
      }
    }
    return given;
  }

  private record Turn(Claim claim, double saved) {}
}
