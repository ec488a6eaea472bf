package io.gemba.jobs.metrics;

/**
 * Writes one point in InfluxDB's line protocol: {@code measurement,tag=value field=value time}.
 * Tags and fields are given in the order of the measurement, so that a line cannot have others.
 *
 * <p>Comma, equals sign and space of a tag's value are escaped. A backslash, which would escape
 * what follows it, becomes a slash, and a line break, which ends a line in every reader, a space.
 */
final class PointLine {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Measurement measurement;
  private final StringBuilder line;
  private int tags;
  private int fields;

  PointLine(Measurement measurement) {
    this.measurement = measurement;
    this.line = new StringBuilder(96).append(measurement.tableName());
  }

  /** The value of the next tag; an empty one is left out, since the protocol has none. */
  PointLine tag(String value) {
    String name = measurement.tags().get(tags++);
    if (!value.isEmpty()) {
      line.append(',').append(name).append('=');
      for (int i = 0; i < value.length(); i++) {
        appendEscaped(value.charAt(i));
      }
    }
    return this;
  }

  private void appendEscaped(char character) {
    char plain = character == '\\' ? '/' : Character.isISOControl(character) ? ' ' : character;
    if (plain == ',' || plain == '=' || plain == ' ') {
      line.append('\\');
    }
    line.append(plain);
  }

  /**
   * The value of the next field.
   *
   * @param value finite
   */
  PointLine field(double value) {
    next(Measurement.Type.DOUBLE).append(value);
    return this;
  }

  /** The value of the next field. */
  PointLine field(long value) {
    next(Measurement.Type.LONG).append(value).append('i');
    return this;
  }

  private StringBuilder next(Measurement.Type type) {
    Measurement.Field field = measurement.fields().get(fields);
    if (field.type() != type) {
      throw new IllegalStateException(
          "Field %s of %s is a %s, not a %s."
              .formatted(field.name(), measurement, field.type(), type));
    }
    return line.append(fields++ == 0 ? ' ' : ',').append(field.name()).append('=');
  }

  /**
   * The line.
   *
   * @throws ArithmeticException if the time does not fit nanoseconds in a long: after the year 2262
   */
  String at(long epochMillis) {
    if (tags != measurement.tags().size() || fields != measurement.fields().size()) {
      throw new IllegalStateException(
          "The point of %s lacks values: %s".formatted(measurement, line));
    }
    return line.append(' ').append(Math.multiplyExact(epochMillis, NANOS_PER_MILLI)).toString();
  }
}
