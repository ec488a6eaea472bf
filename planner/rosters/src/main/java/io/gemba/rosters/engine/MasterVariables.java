package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The variables of the {@link Master} problem and their prices. Numbered 2u for too little of unit
 * u, 2u + 1 for too much, then the columns. The slacks' prices keep the units' prices in a box (du
 * Merle et al. 1999). One thread.
 */
final class MasterVariables {
  /** What a column costs more once its person has another row. */
  private static final double BANNED = 1e5;

  final int persons;
  final int units;
  private final double[] under;
  private final double[] over;

  /** Prices of units are kept between these, by the price of their slacks. */
  private final double[] low;

  private final double[] high;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param under price of one too little of each unit
   * @param over price of one too much
   */
  MasterVariables(int persons, double[] under, double[] over) {
    this.persons = persons;
    this.under = under;
    this.over = over;
    units = under.length;
    low = new double[units];
    high = under.clone();
    Arrays.setAll(low, unit -> -over[unit]);
  }

  /** Adds a column and returns its number. */
  int add(Column column) {
    columns.add(column);
    return 2 * units + columns.size() - 1;
  }

  List<Column> columns() {
    return columns;
  }

  /** How many there are. */
  int count() {
    return 2 * units + columns.size();
  }

  boolean isSlack(int variable) {
    return variable < 2 * units;
  }

  Column column(int variable) {
    return columns.get(variable - 2 * units);
  }

  /** A price of a unit, or the nearest that its slacks allow without a box. */
  double within(int unit, double price) {
    return Math.max(-over[unit], Math.min(under[unit], price));
  }

  void box(double[] center, double width) {
    for (int unit = 0; unit < units; unit++) {
      high[unit] = Math.min(under[unit], center[unit] + width);
      low[unit] = Math.max(-over[unit], center[unit] - width);
    }
  }

  /** Whether a variable is a slack that the box makes cheaper. */
  boolean isBoxed(int variable) {
    int unit = variable / 2;
    return isSlack(variable)
        && (variable % 2 == 0 ? high[unit] < under[unit] : low[unit] > -over[unit]);
  }

  double price(int variable) {
    if (!isSlack(variable)) {
      Column column = column(variable);
      return column.banned ? column.price + BANNED : column.price;
    }
    return variable % 2 == 0 ? high[variable / 2] : -low[variable / 2];
  }

  /**
   * What one more share of a column would change the value by.
   *
   * @param dual of each constraint, persons first
   */
  double reduced(Column column, double[] dual) {
    double reduced = column.price - dual[column.person];
    for (int i = 0; i < column.units.length; i++) {
      reduced -= dual[persons + column.units[i]] * column.amounts[i];
    }
    return reduced;
  }

  /** The same for any variable, its ban included. */
  double reduced(int variable, double[] dual) {
    if (!isSlack(variable)) {
      Column column = column(variable);
      return reduced(column, dual) + (column.banned ? BANNED : 0);
    }
    double own = dual[persons + variable / 2];
    return variable % 2 == 0 ? high[variable / 2] - own : own - low[variable / 2];
  }
}
