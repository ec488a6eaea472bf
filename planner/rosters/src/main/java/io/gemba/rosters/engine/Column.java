package io.gemba.rosters.engine;

/** A row that somebody could have, as a column of the {@link Master} problem. */
final class Column {
  final int person;
  final short[] values;
  final double price;
  final int[] units;
  final double[] amounts;

  /** Whether the person has another row for good. */
  boolean banned;

  /**
   * @param person its number in the linear program
   * @param values one a day
   * @param price of the row without cover
   * @param units cover units it brings to, some twice
   * @param amounts what it brings to each
   */
  Column(int person, short[] values, double price, int[] units, double[] amounts) {
    this.person = person;
    this.values = values;
    this.price = price;
    this.units = units;
    this.amounts = amounts;
  }
}
