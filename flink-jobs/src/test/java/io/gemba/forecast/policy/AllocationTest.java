package io.gemba.forecast.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AllocationTest {
  @Test
  void share_enough_givesAllThatIsWanted() {
    assertThat(Allocation.share(100, List.of(claim("a", 0, 30, 10, 1), claim("b", 0, 40, 10, 1))))
        .isEqualTo(Map.of("a", 30.0, "b", 40.0));
  }

  @Test
  void share_tooLittle_goesWhereItSavesMostInWholePacks() {
    Map<String, Double> shares =
        Allocation.share(25, List.of(claim("cheap", 0, 30, 10, 1), claim("dear", 0, 30, 10, 9)));

    assertThat(shares).isEqualTo(Map.of("cheap", 0.0, "dear", 20.0));
  }

  @Test
  void share_sameLoss_evensOutWhatPlacesHave() {
    Map<String, Double> shares =
        Allocation.share(40, List.of(claim("empty", 0, 60, 10, 1), claim("half", 20, 60, 10, 1)));

    assertThat(shares).isEqualTo(Map.of("empty", 30.0, "half", 10.0));
  }

  @Test
  void share_nothing_givesNothing() {
    assertThat(Allocation.share(0, List.of(claim("a", 0, 30, 10, 1)))).containsEntry("a", 0.0);
  }

  /** Packs of one size and convex losses: greedy is optimal, so no full search finds better. */
  @Test
  void share_anyCase_losesNoMoreThanTheBestOfAllShares() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<Allocation.Claim> claims = new ArrayList<>();
      for (String place : List.of("a", "b", "c")) {
        claims.add(
            claim(place, random.nextInt(30), 5 * random.nextInt(6), 5, 1 + random.nextInt(5)));
      }
      double units = random.nextInt(60);

      Map<String, Double> shares = Allocation.share(units, claims);

      assertThat(loss(claims, shares))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(leastLoss(claims, units) + 1e-9);
      assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(units);
    }
  }

  private static double leastLoss(List<Allocation.Claim> claims, double units) {
    double least = Double.MAX_VALUE;
    for (double a = 0; a <= claims.get(0).wanted(); a += 5) {
      for (double b = 0; b <= claims.get(1).wanted(); b += 5) {
        for (double c = 0; c <= claims.get(2).wanted() && a + b + c <= units; c += 5) {
          least = Math.min(least, loss(claims, Map.of("a", a, "b", b, "c", c)));
        }
      }
    }
    return least;
  }

  private static double loss(List<Allocation.Claim> claims, Map<String, Double> shares) {
    return claims.stream()
        .mapToDouble(one -> one.lossCents().applyAsDouble(one.there() + shares.get(one.place())))
        .sum();
  }

  private static Allocation.Claim claim(
      String place, double there, double wanted, int pack, double cents) {
    return new Allocation.Claim(
        place, there, wanted, pack, units -> cents * 1_000 * Math.exp(-units / 20));
  }
}
