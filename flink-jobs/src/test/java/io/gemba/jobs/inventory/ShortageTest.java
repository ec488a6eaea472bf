package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShortageTest {
  @Test
  void of_loss_isMissedWhereStockCoversTheFewestDays() {
    List<Shortage.Claim> claims =
        List.of(claim("a", 100, 10, 20), claim("b", 5, 10, 20), claim("c", 30, 10, 20));

    Map<String, Shortage.Share> shares = Shortage.of(List.of(lost("l", 25)), claims);

    assertThat(shares.keySet()).containsExactlyInAnyOrder("b", "c");
    assertThat(shares.get("b").units()).isEqualTo(20);
    assertThat(shares.get("c").units()).isEqualTo(5);
  }

  @Test
  void of_twoLosses_areBothNamedWhereBothAreMissed() {
    List<Shortage.Claim> claims = List.of(claim("a", 0, 10, 20), claim("b", 50, 10, 20));

    Map<String, Shortage.Share> shares =
        Shortage.of(List.of(lost("first", 15), lost("second", 10)), claims);

    assertThat(shares.get("a").losses())
        .extracting(InventoryEvent.Lost::loss)
        .containsExactly("first", "second");
    assertThat(shares.get("b").losses())
        .extracting(InventoryEvent.Lost::loss)
        .containsExactly("second");
    assertThat(shares.get("b").units()).isEqualTo(5);
  }

  @Test
  void of_moreThanAllNeed_stopsAtTheNeed() {
    Map<String, Shortage.Share> shares =
        Shortage.of(List.of(lost("l", 1_000)), List.of(claim("a", 0, 10, 20)));

    assertThat(shares.get("a").units()).isEqualTo(20);
  }

  @Test
  void of_noLoss_nobodyMisses() {
    assertThat(Shortage.of(List.of(), List.of(claim("a", 0, 10, 20)))).isEmpty();
  }

  @Test
  void of_anyCase_sharesAreWholeAndNeverMoreThanLostOrNeeded() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<Shortage.Claim> claims = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        claims.add(claim("p" + i, random.nextInt(50), random.nextInt(9), random.nextInt(30)));
      }
      List<InventoryEvent.Lost> losses =
          List.of(lost("x", random.nextDouble() * 90), lost("y", random.nextDouble() * 90));

      Map<String, Shortage.Share> shares = Shortage.of(losses, claims);

      double sum = shares.values().stream().mapToDouble(Shortage.Share::units).sum();
      assertThat(sum)
          .as("seed %d", seed)
          .isLessThanOrEqualTo(losses.get(0).units() + losses.get(1).units());
      for (Shortage.Claim claim : claims) {
        double units = shares.getOrDefault(claim.place(), Shortage.Share.NONE).units();
        assertThat(units)
            .as("seed %d", seed)
            .isLessThanOrEqualTo(claim.needUnits())
            .isEqualTo(Math.rint(units));
      }
    }
  }

  private static Shortage.Claim claim(String place, double stock, double daily, double need) {
    return new Shortage.Claim(place, stock, daily, need);
  }

  private static InventoryEvent.Lost lost(String id, double units) {
    return new InventoryEvent.Lost("soup", id, 0, units, 0, "bearing on filler-1");
  }
}
