package io.gemba.routes.format;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A plan for navigation devices: one GPX 1.1 route a vehicle, the depot first and last. */
public final class PlanGpx {
  private PlanGpx() {}

  /** The document. */
  public static String of(RouteRequest request, RouteResult result) {
    Map<String, Place> places = new HashMap<>();
    request.places().forEach(place -> places.put(place.id(), place));
    StringBuilder text = new StringBuilder();
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append(
        "<gpx version=\"1.1\" creator=\"Gemba\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n");
    for (Route route : result.routes()) {
      text.append("  <rte>\n    <name>").append(escaped(route.vehicle())).append("</name>\n");
      point(text, places.get(route.depot()), route.start(), route.depot());
      for (Stop stop : route.stops()) {
        point(text, places.get(stop.place()), stop.arrival(), stop.order());
      }
      point(text, places.get(route.depot()), route.end(), route.depot());
      text.append("  </rte>\n");
    }
    return text.append("</gpx>\n").toString();
  }

  private static void point(
      StringBuilder text,
      @org.jspecify.annotations.Nullable Place place,
      Instant time,
      String name) {
    if (place == null) {
      throw new IllegalArgumentException("The plan visits a place that is not in the request.");
    }
    text.append("    <rtept lat=\"")
        .append(place.latitude())
        .append("\" lon=\"")
        .append(place.longitude())
        .append("\"><time>")
        .append(time)
        .append("</time><name>")
        .append(escaped(name))
        .append("</name></rtept>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
