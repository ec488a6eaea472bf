package io.gemba.planner.timeseries;

import io.gemba.message.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads by Flux from InfluxDB 2. Not verified against a server: none was at hand when it was
 * written. The query and the reading of its annotated CSV are tested as text only.
 */
public final class FluxReader implements TimeSeriesReader {
  private final StoreHttp http = new StoreHttp();
  private final String address;
  private final String organisation;
  private final String bucket;
  private final @Nullable String token;

  /**
   * @param address for example {@code http://127.0.0.1:8086}
   * @param token null when none is needed
   */
  public FluxReader(String address, String organisation, String bucket, @Nullable String token) {
    this.address = address.replaceAll("/+$", "");
    this.organisation = organisation;
    this.bucket = bucket;
    this.token = token;
  }

  @Override
  public List<Bucket> read(String sensor, Instant from, Instant to, int points) {
    return parse(ask(flux(bucket, sensor, from, to, points)));
  }

  @Override
  public List<DayError> overridden(Instant from, Instant to) {
    return parseDays(ask(overriddenFlux(bucket, from, to)));
  }

  private String ask(String flux) {
    String path = "/api/v2/query?org=" + URLEncoder.encode(organisation, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/vnd.flux")
            .header("Accept", "application/csv")
            .POST(HttpRequest.BodyPublishers.ofString(flux));
    if (token != null) {
      request.header("Authorization", "Token " + token);
    }
    return http.text(request);
  }

  /** Three aggregates of the same windows, told apart by the column {@code result}. */
  static String flux(String bucket, String sensor, Instant from, Instant to, int points) {
    long seconds = Math.max(1, Duration.between(from, to).toSeconds() / points);
    String data =
        "data = from(bucket: %s) |> range(start: %s, stop: %s)".formatted(quoted(bucket), from, to)
            + " |> filter(fn: (r) => r._measurement == \"readings\" and r._field == \"value\""
            + " and r.sensor == "
            + quoted(sensor)
            + ")\n";
    StringBuilder flux = new StringBuilder(data);
    for (String name : List.of("min", "max", "mean")) {
      flux.append(
          ("data |> aggregateWindow(every: %ds, fn: %s, createEmpty: false,"
                  + " timeSrc: \"_start\") |> yield(name: \"%s\")\n")
              .formatted(seconds, name, name));
    }
    return flux.toString();
  }

  /** Reads annotated CSV: a header line a table with columns result, _time and _value. */
  static List<Bucket> parse(String csv) {
    Map<Instant, Map<String, Double>> byTime = new TreeMap<>();
    List<String> header = List.of();
    for (String line : csv.lines().toList()) {
      List<String> cells = Arrays.asList(line.split(",", -1));
      if (cells.contains("_time") && cells.contains("_value")) {
        header = cells;
      } else if (!line.startsWith("#") && cells.size() == header.size() && cells.size() > 1) {
        byTime
            .computeIfAbsent(
                Instant.parse(cells.get(header.indexOf("_time"))), any -> new TreeMap<>())
            .put(
                cells.get(header.indexOf("result")),
                Double.valueOf(cells.get(header.indexOf("_value"))));
      }
    }
    List<Bucket> buckets = new ArrayList<>();
    byTime.forEach(
        (at, values) ->
            buckets.add(
                new Bucket(
                    at.toEpochMilli(),
                    values.getOrDefault("min", Double.NaN),
                    values.getOrDefault("max", Double.NaN),
                    values.getOrDefault("mean", Double.NaN))));
    return buckets;
  }

  /** The days on which planners said otherwise, their fields side by side. */
  static String overriddenFlux(String bucket, Instant from, Instant to) {
    return "from(bucket: %s) |> range(start: %s, stop: %s)".formatted(quoted(bucket), from, to)
        + " |> filter(fn: (r) => r._measurement == \"forecast_errors\")"
        + " |> pivot(rowKey: [\"_time\"], columnKey: [\"_field\"], valueColumn: \"_value\")"
        + " |> filter(fn: (r) => r.forecast != r.model) |> group()"
        + " |> sort(columns: [\"_time\"], desc: true) |> limit(n: "
        + MOST_DAY_ERRORS
        + ")";
  }

  /** Reads annotated CSV with columns item, place, _time, actual, forecast and model. */
  static List<DayError> parseDays(String csv) {
    List<DayError> days = new ArrayList<>();
    List<String> header = List.of();
    for (String line : csv.lines().toList()) {
      List<String> cells = Arrays.asList(line.split(",", -1));
      if (cells.contains("_time") && cells.contains("forecast")) {
        header = cells;
      } else if (!line.startsWith("#") && cells.size() == header.size() && cells.size() > 1) {
        days.add(
            new DayError(
                cells.get(header.indexOf("item")),
                cells.get(header.indexOf("place")),
                Instant.parse(cells.get(header.indexOf("_time"))).toEpochMilli(),
                Double.parseDouble(cells.get(header.indexOf("actual"))),
                Double.parseDouble(cells.get(header.indexOf("forecast"))),
                Double.parseDouble(cells.get(header.indexOf("model")))));
      }
    }
    return days;
  }

  private static String quoted(String text) {
    return new String(Json.write(text), StandardCharsets.UTF_8);
  }
}
