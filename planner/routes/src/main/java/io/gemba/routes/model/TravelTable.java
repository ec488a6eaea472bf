package io.gemba.routes.model;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Matrix;
import io.gemba.routes.RouteRequest.Place;
import java.util.List;

/** Metres and milliseconds between any two places, indexed as in the request. */
final class TravelTable {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  final double[][] metres;
  final long[][] millis;

  private TravelTable(int places) {
    metres = new double[places][places];
    millis = new long[places][places];
  }

  static TravelTable of(RouteRequest request) {
    int size = request.places().size();
    TravelTable table = new TravelTable(size);
    Matrix matrix = request.travel().matrix();
    double metresPerMilli = request.travel().kilometresPerHour() / 3600;
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        if (matrix != null) {
          table.metres[from][to] = matrix.metres().get(from).get(to);
          table.millis[from][to] = Math.round(matrix.seconds().get(from).get(to) * 1000);
        } else if (from < to) {
          double metres =
              haversineMetres(request.places(), from, to) * request.travel().detourFactor();
          table.metres[from][to] = metres;
          table.metres[to][from] = metres;
          table.millis[from][to] = Math.round(metres / metresPerMilli);
          table.millis[to][from] = table.millis[from][to];
        }
      }
    }
    return table;
  }

  private static double haversineMetres(List<Place> places, int from, int to) {
    double latitude1 = Math.toRadians(places.get(from).latitude());
    double latitude2 = Math.toRadians(places.get(to).latitude());
    double sinLatitude = Math.sin((latitude2 - latitude1) / 2);
    double sinLongitude =
        Math.sin(Math.toRadians(places.get(to).longitude() - places.get(from).longitude()) / 2);
    double a =
        sinLatitude * sinLatitude
            + Math.cos(latitude1) * Math.cos(latitude2) * sinLongitude * sinLongitude;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
