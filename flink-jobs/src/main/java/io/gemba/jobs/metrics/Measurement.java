package io.gemba.jobs.metrics;

import java.util.List;

/**
 * What is kept in the time-series store: each constant is a measurement in InfluxDB's terms and a
 * table in QuestDB's. Its tags and its timestamp together identify a point; a later point with the
 * same ones replaces the fields.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
public enum Measurement {
  /** One point per reading, at the time of the device. */
  READINGS("readings", List.of("sensor"), List.of(Field.ofDouble("value"))),
  /** One point per machine and window, at the window's start. */
  PRODUCTION(
      "production",
      List.of("machine"),
      List.of(
          Field.ofDouble("availability"),
          Field.ofDouble("performance"),
          Field.ofDouble("quality"),
          Field.ofDouble("oee"),
          Field.ofDouble("lost_minutes"),
          Field.ofLong("lost_cents"))),
  /** One point per cost, at the time the cost belongs to. */
  COSTS(
      "costs",
      List.of("kind", "place", "id"),
      List.of(Field.ofLong("cents"), Field.ofLong("baseline_cents"))),
  /**
   * One point per alarm episode, at its onset. {@code severity} is 0 (low) to 3 (critical), {@code
   * open} 1 or 0.
   */
  ANOMALIES(
      "anomalies",
      List.of("sensor", "id"),
      List.of(
          Field.ofLong("severity"),
          Field.ofDouble("score"),
          Field.ofLong("open"),
          Field.ofLong("revision"))),
  /**
   * One point per item, place and day whose demand is known, at the day's start in the site's zone:
   * units wanted, the mean of the newest forecast made before the day, and {@code error = forecast
   * - actual}; {@code model} is what the model had said where a planner overrode it, else the same,
   * and {@code model_error = model - actual}. Where they differ, the smaller error was better.
   */
  FORECAST_ERRORS(
      "forecast_errors",
      List.of("item", "place"),
      List.of(
          Field.ofDouble("actual"),
          Field.ofDouble("forecast"),
          Field.ofDouble("error"),
          Field.ofDouble("model"),
          Field.ofDouble("model_error")));

  private final String tableName;
  private final List<String> tags;
  private final List<Field> fields;

  Measurement(String tableName, List<String> tags, List<Field> fields) {
    this.tableName = tableName;
    this.tags = tags;
    this.fields = fields;
  }

  /** The type of a field's values. */
  public enum Type {
    DOUBLE,
    LONG
  }

  /**
   * A value of a point.
   *
   * @param name the field's name, the column's name
   * @param type the type of its values
   */
  public record Field(String name, Type type) {
    private static Field ofDouble(String name) {
      return new Field(name, Type.DOUBLE);
    }

    private static Field ofLong(String name) {
      return new Field(name, Type.LONG);
    }
  }

  /** The name of the measurement and of the table. */
  public String tableName() {
    return tableName;
  }

  /**
   * The names of the tags in the order they are written; one without a value is left out of its
   * line.
   */
  public List<String> tags() {
    return tags;
  }

  /** The fields in the order they are written; a point has all of them. */
  public List<Field> fields() {
    return fields;
  }
}
