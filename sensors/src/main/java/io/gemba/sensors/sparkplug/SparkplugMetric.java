package io.gemba.sensors.sparkplug;

import org.jspecify.annotations.Nullable;

/**
 * One metric of a payload.
 *
 * @param name empty when only the alias is given
 * @param alias {@link #NONE} when only the name is given
 * @param atMillis when it was measured, epoch milliseconds; {@link #NONE} when not given
 * @param type data type; 0 when not given, as data may leave it to the birth
 * @param isNull whether the device says that there is no value
 * @param number the bits of an integer or date, as sent; null when the value is of another kind
 * @param real a float or double; null when the value is of another kind
 * @param bool a boolean; null when the value is of another kind
 * @param unit engineering unit of the birth, property {@code engUnit}; empty when not given
 */
record SparkplugMetric(
    String name,
    long alias,
    long atMillis,
    int type,
    boolean isNull,
    @Nullable Long number,
    @Nullable Double real,
    @Nullable Boolean bool,
    String unit) {
  static final long NONE = -1;

  private static final int INT_8 = 1;
  private static final int INT_16 = 2;
  private static final int INT_32 = 3;
  private static final int INT_64 = 4;
  private static final int UINT_8 = 5;
  private static final int UINT_16 = 6;
  private static final int UINT_32 = 7;
  private static final int UINT_64 = 8;
  private static final int FLOAT = 9;
  private static final int DOUBLE = 10;
  private static final int BOOLEAN = 11;

  /** Whether values of a data type can be readings. */
  static boolean isNumeric(int type) {
    return type >= INT_8 && type <= BOOLEAN;
  }

  /**
   * The value as a number; null when there is none, or it is of another kind than the type.
   *
   * @param typeOfBirth counts when the metric gives none
   */
  @Nullable Double value(int typeOfBirth) {
    int known = type == 0 ? typeOfBirth : type;
    if (isNull) {
      return null;
    }
    return switch (known) {
      case INT_8 -> number == null ? null : Double.valueOf(number.byteValue());
      case INT_16 -> number == null ? null : Double.valueOf(number.shortValue());
      case INT_32 -> number == null ? null : Double.valueOf(number.intValue());
      case INT_64 -> number == null ? null : Double.valueOf((double) number.longValue());
      case UINT_8, UINT_16, UINT_32 ->
          number == null ? null : Double.valueOf((double) (number & 0xffff_ffffL));
      case UINT_64 -> number == null ? null : unsigned(number);
      case FLOAT, DOUBLE -> real;
      case BOOLEAN -> bool == null ? null : bool ? 1.0 : 0.0;
      default -> null;
    };
  }

  private static double unsigned(long bits) {
    // half of it with the lost bit kept, so that the sum is rounded once
    return bits >= 0 ? (double) bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
  }
}
