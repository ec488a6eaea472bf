package io.gemba.routes.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.Travel;
import java.util.List;
import org.junit.jupiter.api.Test;

class TravelMemoryTest {
  private static RouteRequest request(double latitude, double detour) {
    return new RouteRequest(
        List.of(new Place("a", 52, 13), new Place("b", latitude, 13)),
        List.of(),
        List.of(),
        Travel.estimated(detour, 40),
        List.of(),
        Search.seconds(1, 1));
  }

  @Test
  void samePlaces_shareTheTable() {
    TravelMemory memory = new TravelMemory();

    TravelTable first = memory.tables(request(53, 1.3)).common;
    TravelTable second = memory.tables(request(53, 1.3)).common;

    assertThat(second).isSameAs(first);
  }

  @Test
  void otherPlaceOrOtherRoads_areWorkedOutAnew() {
    TravelMemory memory = new TravelMemory();

    double first = memory.tables(request(53, 1.3)).common.metres(0, 1);
    double moved = memory.tables(request(54, 1.3)).common.metres(0, 1);
    double longer = memory.tables(request(54, 1.4)).common.metres(0, 1);

    assertThat(moved).isGreaterThan(1.9 * first);
    assertThat(longer).isGreaterThan(moved);
  }
}
