package io.gemba.routes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.routes.RouteRequest.Place;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimatedTableTest {
  private static final int PLACES = 40;

  /** Half of them in one town, the others anywhere on earth. */
  private static List<Place> places() {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, PLACES)
        .mapToObj(
            i ->
                i % 2 == 0
                    ? new Place("p" + i, 52 + 0.1 * random.nextDouble(), 13 + random.nextDouble())
                    : new Place(
                        "p" + i, 180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180))
        .toList();
  }

  @Test
  void quarterOfTheMeridian_isTenThousandKilometresAndTakesTenHoursAtAThousand() {
    TravelTable table =
        TravelTable.of(
            List.of(new Place("pole", 90, 0), new Place("equator", 0, 50)), 1, 1000, null);

    assertThat(table.metres(0, 1)).isCloseTo(10_007_557, within(1.0));
    assertThat(table.millis(0, 1)).isCloseTo(36_027_205L, within(5L));
  }

  @Test
  void ways_areTheSameBothWaysAndNoneFromAPlaceToItself() {
    TravelTable table = TravelTable.of(places(), 1.3, 40, null);

    for (int from = 0; from < PLACES; from++) {
      assertThat(table.metres(from, from)).isZero();
      assertThat(table.millis(from, from)).isZero();
      for (int to = 0; to < PLACES; to++) {
        assertThat(table.metres(from, to)).isEqualTo(table.metres(to, from));
      }
    }
  }

  @Test
  void leastTime_isNeverAboveTheTimeAndCloseToItInATown() {
    TravelTable table = TravelTable.of(places(), 1.3, 40, null);

    for (int from = 0; from < PLACES; from++) {
      for (int to = 0; to < PLACES; to++) {
        long least = table.leastMillis(from, to);
        assertThat(least).isLessThanOrEqualTo(table.millis(from, to));
        if (from % 2 == 0 && to % 2 == 0) {
          assertThat(least).isGreaterThanOrEqualTo((long) (0.9999 * table.millis(from, to)) - 1);
        }
      }
    }
  }
}
