package io.gemba.routes.format;

import io.gemba.message.Json;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan for maps: one line a route and one point a stop (RFC 7946, longitude first). */
public final class PlanGeoJson {
  private PlanGeoJson() {}

  /** A feature collection in the order of the plan. Ways are drawn straight. */
  public static String of(RouteRequest request, RouteResult result) {
    Map<String, Place> places = new LinkedHashMap<>();
    request.places().forEach(place -> places.put(place.id(), place));
    List<Object> features = new ArrayList<>();
    for (Route route : result.routes()) {
      List<List<Double>> line = new ArrayList<>();
      line.add(point(places, route.depot()));
      route.stops().forEach(stop -> line.add(point(places, stop.place())));
      line.add(point(places, route.depot()));
      features.add(
          feature(
              "LineString",
              line,
              Map.of(
                  "vehicle", route.vehicle(),
                  "start", route.start().toString(),
                  "end", route.end().toString(),
                  "metres", route.metres(),
                  "costCents", route.costs().totalCents())));
      int number = 1;
      for (Stop stop : route.stops()) {
        features.add(
            feature(
                "Point",
                point(places, stop.place()),
                Map.of(
                    "vehicle", route.vehicle(),
                    "number", number++,
                    "order", stop.order(),
                    "place", stop.place(),
                    "arrival", stop.arrival().toString(),
                    "start", stop.start().toString(),
                    "lateMinutes", stop.lateMinutes())));
      }
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return new String(Json.write(collection), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> feature(
      String type, Object coordinates, Map<String, Object> properties) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", type);
    geometry.put("coordinates", coordinates);
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("geometry", geometry);
    feature.put("properties", new java.util.TreeMap<>(properties));
    return feature;
  }

  private static List<Double> point(Map<String, Place> places, String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("The plan visits '%s', no place.".formatted(id));
    }
    return List.of(place.longitude(), place.latitude());
  }
}
