package io.gemba.planner.timeseries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Reads by SQL from QuestDB's {@code /exec}. */
public final class QuestDbReader implements TimeSeriesReader {
  private final StoreHttp http = new StoreHttp();
  private final String address;

  /**
   * @param address for example {@code http://127.0.0.1:9000}
   */
  public QuestDbReader(String address) {
    this.address = address.replaceAll("/+$", "");
  }

  @Override
  public List<Bucket> read(String sensor, Instant from, Instant to, int points) {
    String query = URLEncoder.encode(sql(sensor, from, to, points), StandardCharsets.UTF_8);
    return parse(http.text(HttpRequest.newBuilder(URI.create(address + "/exec?query=" + query))));
  }

  @Override
  public List<DayError> overridden(Instant from, Instant to) {
    String query = URLEncoder.encode(overriddenSql(from, to), StandardCharsets.UTF_8);
    return parseDays(
        http.text(HttpRequest.newBuilder(URI.create(address + "/exec?query=" + query))));
  }

  /** The query of the days on which planners said otherwise. */
  static String overriddenSql(Instant from, Instant to) {
    return "select item, place, timestamp, actual, forecast, model from forecast_errors"
        + " where timestamp >= '%s' and timestamp < '%s' and forecast != model"
            .formatted(from.truncatedTo(ChronoUnit.MILLIS), to.truncatedTo(ChronoUnit.MILLIS))
        + " order by timestamp desc limit "
        + MOST_DAY_ERRORS;
  }

  /** Rows of {@code [item, place, ISO-8601 time, actual, forecast, model]}. */
  static List<DayError> parseDays(String body) {
    try {
      List<DayError> days = new ArrayList<>();
      for (JsonNode row : Json.mapper().readTree(body).path("dataset")) {
        days.add(
            new DayError(
                row.get(0).asText(),
                row.get(1).asText(),
                Instant.parse(row.get(2).asText()).toEpochMilli(),
                row.get(3).asDouble(),
                row.get(4).asDouble(),
                row.get(5).asDouble()));
      }
      return days;
    } catch (JsonProcessingException e) {
      throw new TimeSeriesException("The time-series store answered no JSON", e);
    }
  }

  /** The query; the sensor's quotes are doubled, everything else is made of numbers. */
  static String sql(String sensor, Instant from, Instant to, int points) {
    long seconds = Math.max(1, Duration.between(from, to).toSeconds() / points);
    return "select timestamp, min(value), max(value), avg(value)"
        + " from readings where sensor = '%s' and timestamp >= '%s' and timestamp < '%s'"
            .formatted(
                sensor.replace("'", "''"),
                from.truncatedTo(ChronoUnit.MILLIS),
                to.truncatedTo(ChronoUnit.MILLIS))
        + " sample by %ds align to calendar".formatted(seconds);
  }

  /** Rows of {@code [ISO-8601 time, min, max, mean]}. */
  static List<Bucket> parse(String body) {
    try {
      List<Bucket> buckets = new ArrayList<>();
      JsonNode rows = Json.mapper().readTree(body).path("dataset");
      for (JsonNode row : rows) {
        Instant at = Instant.parse(row.get(0).asText());
        buckets.add(
            new Bucket(
                at.toEpochMilli(),
                row.get(1).asDouble(),
                row.get(2).asDouble(),
                row.get(3).asDouble()));
      }
      return buckets;
    } catch (JsonProcessingException e) {
      throw new TimeSeriesException("The time-series store answered no JSON", e);
    }
  }
}
