package io.gemba.routes.model;

import io.gemba.routes.Duty.Break;
import io.gemba.routes.Duty.Home;
import io.gemba.routes.Duty.Limits;
import io.gemba.routes.Duty.Reloads;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.RouteRequest.Vehicle;
import java.util.List;
import java.util.function.ToIntFunction;

/** Vehicles and their day as arrays. Times are epoch milliseconds. */
final class FleetTable {
  /** Place of the end of a tour that ends wherever its last stop is. */
  static final int ANYWHERE = -1;

  final int[] depot;
  final int[] start;
  final int[] end;
  final long[] shiftStart;
  final long[] shiftEnd;
  final double[] mostMetres;
  final long[] mostMillis;
  final int[] mostStops;
  final int[] mostReloads;
  final long[] reloadMillis;
  final long[][] breakEarliest;
  final long[][] breakLatest;
  final long[][] breakMillis;
  final boolean[] underway;
  final boolean[] plain;
  final TravelTable[] travel;

  /** For each vehicle its capacity in each dimension. */
  final double[][] capacity;

  FleetTable(
      List<Vehicle> vehicles,
      Dimensions dimensions,
      TravelTables tables,
      ToIntFunction<String> placeIndex) {
    int count = vehicles.size();
    depot = new int[count];
    start = new int[count];
    end = new int[count];
    shiftStart = new long[count];
    shiftEnd = new long[count];
    mostMetres = new double[count];
    mostMillis = new long[count];
    mostStops = new int[count];
    mostReloads = new int[count];
    reloadMillis = new long[count];
    breakEarliest = new long[count][];
    breakLatest = new long[count][];
    breakMillis = new long[count][];
    underway = new boolean[count];
    plain = new boolean[count];
    travel = new TravelTable[count];
    capacity = new double[count][dimensions.count()];
    for (int i = 0; i < count; i++) {
      Vehicle vehicle = vehicles.get(i);
      travel[i] = tables.of(vehicle.duty().profile());
      for (int dimension = 0; dimension < dimensions.count(); dimension++) {
        capacity[i][dimension] = dimensions.capacity(vehicle, dimension);
      }
      depot[i] = placeIndex.applyAsInt(vehicle.depot());
      Home home = vehicle.duty().home();
      String homePlace = home == null ? vehicle.depot() : home.place();
      end[i] = homePlace == null ? ANYWHERE : placeIndex.applyAsInt(homePlace);
      Underway where = vehicle.duty().underway();
      underway[i] = where != null;
      start[i] = where == null ? depot[i] : placeIndex.applyAsInt(where.place());
      shiftStart[i] = (where == null ? vehicle.shiftStart() : where.free()).toEpochMilli();
      shiftEnd[i] = vehicle.shiftEnd().toEpochMilli();
      limits(i, vehicle.duty().limits());
      Reloads reloads = vehicle.duty().reloads();
      mostReloads[i] = reloads == null ? 0 : reloads.most();
      reloadMillis[i] = reloads == null ? 0 : Math.round(reloads.seconds() * 1000);
      breaks(i, vehicle.duty().breaks());
      plain[i] =
          reloads == null && vehicle.duty().limits() == null && vehicle.duty().breaks().isEmpty();
    }
  }

  private void limits(int vehicle, @org.jspecify.annotations.Nullable Limits limits) {
    Double metres = limits == null ? null : limits.metres();
    Double seconds = limits == null ? null : limits.seconds();
    Integer stops = limits == null ? null : limits.stops();
    mostMetres[vehicle] = metres == null ? Double.POSITIVE_INFINITY : metres;
    mostMillis[vehicle] = seconds == null ? Long.MAX_VALUE : Math.round(seconds * 1000);
    mostStops[vehicle] = stops == null ? Integer.MAX_VALUE : stops;
  }

  private void breaks(int vehicle, List<Break> breaks) {
    breakEarliest[vehicle] = breaks.stream().mapToLong(b -> b.earliest().toEpochMilli()).toArray();
    breakLatest[vehicle] = breaks.stream().mapToLong(b -> b.latest().toEpochMilli()).toArray();
    breakMillis[vehicle] = breaks.stream().mapToLong(b -> Math.round(b.seconds() * 1000)).toArray();
  }

  /** Lets a vehicle do what it is committed to, whatever its limits. */
  void allow(int vehicle, Drive committed) {
    shiftEnd[vehicle] = Math.max(shiftEnd[vehicle], committed.time());
    mostMetres[vehicle] = Math.max(mostMetres[vehicle], committed.metres());
    mostMillis[vehicle] = Math.max(mostMillis[vehicle], committed.time() - shiftStart[vehicle]);
    mostStops[vehicle] = Math.max(mostStops[vehicle], committed.stops());
  }
}
