package io.gemba.planner.api;

import io.gemba.message.ControlChart;
import io.gemba.message.Device;
import io.gemba.planner.api.Endpoint.Parameter;
import io.gemba.planner.production.ProductionDesk;
import io.gemba.planner.production.ProductionView;
import io.gemba.planner.sensors.DeviceDesk;
import io.gemba.planner.sensors.SensorBoard;
import io.gemba.planner.store.MachineChange;
import io.gemba.planner.timeseries.TimeSeriesReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sensors and machines. */
public final class PlantApi {
  private static final int POINTS = 600;
  private static final int MOST_POINTS = 5000;

  private PlantApi() {}

  /**
   * What it works with.
   *
   * @param board what sensors say now
   * @param devices what announced itself
   * @param history what they said
   * @param production how machines do
   * @param clock what time it is
   */
  public record Desks(
      SensorBoard board,
      DeviceDesk devices,
      TimeSeriesReader history,
      ProductionDesk production,
      Clock clock) {}

  /**
   * History of a sensor.
   *
   * @param points each {@code [epoch milliseconds, minimum, maximum, mean]}, oldest first
   * @param latest time of the last point; null without points
   */
  public record SeriesView(
      String sensor, String unit, List<List<Double>> points, @Nullable Instant latest) {}

  private static final Duration MOST_OF_STATES = Duration.ofDays(1);

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<Desks> desks) {
    return List.of(
        Endpoint.get(
            "/api/v1/sensors",
            "The latest state of every sensor",
            SensorBoard.Row[].class,
            request -> Answer.ok(desks.get().board().rows())),
        Endpoint.get(
            "/api/v1/sensors/series",
            "History of a sensor, thinned to a number of points",
            SeriesView.class,
            request -> series(desks.get(), request),
            Parameter.needed("sensor", "machine/sensor"),
            Parameter.query("from", "ISO-8601 or epoch milliseconds; an hour before to"),
            Parameter.query("to", "ISO-8601 or epoch milliseconds; now when missing"),
            Parameter.query("points", "Most points, 600 when missing")),
        Endpoint.get(
            "/api/v1/production",
            "Today's OEE and losses of every machine",
            ProductionView.class,
            request -> Answer.ok(desks.get().production().view())),
        Endpoint.get(
            "/api/v1/machine-states",
            "States that machines went to, oldest first; null when one was not heard any more",
            MachineChange[].class,
            request -> states(desks.get(), request),
            Parameter.query("from", "ISO-8601 or epoch milliseconds; a day before to"),
            Parameter.query("to", "ISO-8601 or epoch milliseconds; now when missing")),
        Endpoint.get(
            "/api/v1/devices",
            "Devices that announced themselves, with sensors that the site file does not name"
                + " first",
            Device[].class,
            request -> Answer.ok(desks.get().devices().list())),
        Endpoint.get(
            "/api/v1/control-charts",
            "Control charts with their newest points, special causes first",
            ControlChart[].class,
            request -> Answer.ok(desks.get().production().charts())));
  }

  private static Answer states(Desks desks, Request request) {
    Instant to = request.findInstant("to").orElseGet(() -> desks.clock().instant());
    Instant from = request.findInstant("from").orElseGet(() -> to.minus(MOST_OF_STATES));
    if (!from.isBefore(to) || from.plus(MOST_OF_STATES).isBefore(to)) {
      throw ProblemException.invalid(
          "from",
          "from (%s) must be before to (%s), by a day at most. Ask for each day."
              .formatted(from, to));
    }
    return Answer.ok(desks.production().changes(from, to));
  }

  private static Answer series(Desks desks, Request request) {
    String sensor = request.query("sensor");
    Instant to = request.findInstant("to").orElseGet(() -> desks.clock().instant());
    Instant from = request.findInstant("from").orElseGet(() -> to.minus(Duration.ofHours(1)));
    if (!from.isBefore(to)) {
      throw ProblemException.invalid(
          "from", "from (%s) must be before to (%s).".formatted(from, to));
    }
    int points = request.whole("points", POINTS, 1, MOST_POINTS);
    try {
      List<TimeSeriesReader.Bucket> buckets = desks.history().read(sensor, from, to, points);
      Instant latest =
          buckets.isEmpty() ? null : Instant.ofEpochMilli(buckets.get(buckets.size() - 1).at());
      List<List<Double>> rows =
          buckets.stream()
              .map(one -> List.of((double) one.at(), one.minimum(), one.maximum(), one.mean()))
              .toList();
      return Answer.ok(new SeriesView(sensor, desks.board().unit(sensor), rows, latest));
    } catch (TimeSeriesReader.TimeSeriesException e) {
      throw ProblemException.unavailable(String.valueOf(e.getMessage()));
    }
  }
}
