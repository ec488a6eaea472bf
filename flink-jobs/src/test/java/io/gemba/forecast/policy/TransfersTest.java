package io.gemba.forecast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TransfersTest {
  private static final Transfers.Terms TERMS = new Transfers.Terms(6, 15, 100);

  @Test
  void best_packThatIsHardlyNeeded_stays() {
    Transfers.Side full = side("full", 40, 0, 50);
    Transfers.Side nearlyThere = side("nearly", 0, 12.2, 50);

    assertThat(Transfers.best(List.of(full, nearlyThere), (from, to) -> 0, Map.of(), TERMS))
        .singleElement()
        .satisfies(one -> assertThat(one.units()).isEqualTo(12));
  }

  @Test
  void best_oneHasAnotherLacks_movesUntilTheNextPackCostsMore() {
    Transfers.Side full = side("full", 40, 0, 50);
    Transfers.Side empty = side("empty", 0, 60, 50);

    Transfers.Transfer transfer =
        Transfers.best(List.of(full, empty), (from, to) -> 300, Map.of(), TERMS).get(0);

    assertThat(transfer.from()).isEqualTo("full");
    assertThat(transfer.to()).isEqualTo("empty");
    // 40 there of which 0 are needed: all are free to go, in packs of 6
    assertThat(transfer.units()).isEqualTo(36);
    assertThat(transfer.savedCents()).isCloseTo(36 * 50 - 300, within(1e-9));
  }

  @Test
  void best_knownGiver_staysWhileNoOtherIsClearlyBetter() {
    List<Transfers.Side> sides =
        List.of(side("known", 12, 0, 50), side("nearer", 12, 0, 50), side("empty", 0, 60, 50));
    Map<String, String> known = Map.of("empty", "known");

    assertThat(Transfers.best(sides, (from, to) -> from.equals("known") ? 190 : 100, known, TERMS))
        .extracting(Transfers.Transfer::from)
        .containsExactly("known");
    assertThat(Transfers.best(sides, (from, to) -> from.equals("known") ? 210 : 100, known, TERMS))
        .extracting(Transfers.Transfer::from)
        .containsExactly("nearer");
  }

  @Test
  void best_wayDearerThanWhatItSaves_staysAtHome() {
    assertThat(
            Transfers.best(
                List.of(side("full", 40, 0, 50), side("empty", 0, 60, 50)),
                (from, to) -> 2_000,
                Map.of(),
                TERMS))
        .isEmpty();
  }

  @Test
  void best_bothNeedTheirs_movesNothing() {
    assertThat(
            Transfers.best(
                List.of(side("a", 30, 30, 50), side("b", 0, 60, 50)),
                (from, to) -> 0,
                Map.of(),
                TERMS))
        .isEmpty();
  }

  @Test
  void best_severalGivers_takesTheNearerAndUsesEachPlaceOnce() {
    List<Transfers.Side> sides =
        List.of(side("near", 12, 0, 50), side("far", 12, 0, 50), side("empty", 0, 60, 50));

    List<Transfers.Transfer> transfers =
        Transfers.best(sides, (from, to) -> from.equals("near") ? 100 : 400, Map.of(), TERMS);

    assertThat(transfers).hasSize(1);
    assertThat(transfers.get(0).from()).isEqualTo("near");
  }

  /** A place that needs so many units and loses so much for each it lacks. */
  private static Transfers.Side side(String place, double has, double needs, double cents) {
    return new Transfers.Side(
        place,
        has,
        cents * Math.max(0, needs - has),
        units -> cents * (Math.max(0, needs - has + units) - Math.max(0, needs - has)),
        units -> cents * (Math.max(0, needs - has) - Math.max(0, needs - has - units)));
  }
}
