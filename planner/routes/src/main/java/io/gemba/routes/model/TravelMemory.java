package io.gemba.routes.model;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.Travel;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lengths and times between the places of the last request, for the next one that is about the same
 * places: a repair is. Holds a {@link TravelTable} for each profile. Thread safe.
 */
public final class TravelMemory {
  private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

  private record Known(List<Place> places, Travel travel, TravelTables tables) {
    boolean fits(RouteRequest request) {
      return places.equals(request.places()) && travel.equals(request.travel());
    }
  }

  /** A memory of nothing. */
  public TravelMemory() {}

  TravelTables tables(RouteRequest request) {
    Known known = last.get();
    if (known != null && known.fits(request)) {
      return known.tables();
    }
    TravelTables tables = new TravelTables(request);
    last.set(new Known(request.places(), request.travel(), tables));
    return tables;
  }
}
