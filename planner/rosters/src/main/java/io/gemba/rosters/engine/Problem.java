package io.gemba.rosters.engine;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A roster problem in numbers. Immutable, thread safe; its arrays are not copied and must not
 * change.
 *
 * <p>A roster is a {@code short[rows * days]}: the value of row r on day d at {@code r * days + d};
 * 0 is the free day.
 */
public final class Problem {
  final int days;
  final int values;
  final int[] dayClass;
  final Row[] rows;

  /** Packed price of each amount of a cover unit, {@code [unit][amount]}, convex. */
  final long[][] unitPrice;

  final FairGroup[] groups;

  /** Group of a row, -1 = none. */
  final int[] groupOf;

  /** Hard price that must outweigh the dearest step of cover; scales the weight of hard prices. */
  final long usualBreak;

  /** Whether value v may be chosen, at {@code (row * days + day) * values + v}. */
  final boolean[] isOpen;

  /**
   * @param values how many values a day can hold, at most 32,767
   * @param dayClass class of each day, from 0
   * @param rows one a person
   * @param unitPrice packed price of each amount that can occur, one array a unit, convex
   * @param groups fairness groups; a row is in at most one
   * @param usualBreak hard price that must outweigh the dearest step of cover, at least 1
   */
  public Problem(
      int values,
      int[] dayClass,
      List<Row> rows,
      long[][] unitPrice,
      List<FairGroup> groups,
      long usualBreak) {
    this.usualBreak = usualBreak;
    days = dayClass.length;
    this.values = values;
    this.dayClass = dayClass;
    this.rows = rows.toArray(Row[]::new);
    this.unitPrice = unitPrice;
    this.groups = groups.toArray(FairGroup[]::new);
    groupOf = new int[this.rows.length];
    Arrays.fill(groupOf, -1);
    for (int group = 0; group < this.groups.length; group++) {
      for (int row : this.groups[group].rows()) {
        groupOf[row] = group;
      }
    }
    isOpen = new boolean[this.rows.length * days * values];
    for (int row = 0; row < this.rows.length; row++) {
      for (int day = 0; day < days; day++) {
        for (int value : this.rows[row].open()[day]) {
          isOpen[(row * days + day) * values + value] = true;
        }
      }
    }
  }

  /**
   * The same problem with other rows or other prices of cover, which keep their shape.
   *
   * @param rows as many as before
   * @param unitPrice as many units as before
   */
  public Problem with(List<Row> rows, long[][] unitPrice) {
    return new Problem(values, dayClass, rows, unitPrice, List.of(groups), usualBreak);
  }

  /** Its rows, one a person. */
  public List<Row> listRows() {
    return List.of(rows);
  }

  /** Its prices of cover, the arrays themselves in a new one. */
  public long[][] unitPrices() {
    return unitPrice.clone();
  }

  /**
   * What a row costs by itself, without cover and fairness.
   *
   * @param line value of each day
   */
  public Total rowPrice(int row, short[] line) {
    long price = RowPrice.of(this, row, line);
    return new Total(Price.hard(price), Price.soft(price));
  }

  /** What an amount of a cover unit costs. */
  public Total coverPrice(int unit, int amount) {
    long price = unitPrice[unit][amount];
    return new Total(Price.hard(price), Price.soft(price));
  }

  /** How many people. */
  public int rows() {
    return rows.length;
  }

  /** How many days. */
  public int days() {
    return days;
  }

  /** How many values a day can hold. */
  public int values() {
    return values;
  }

  /** The roster in which everybody has the first open value of every day. */
  public short[] emptyRoster() {
    short[] roster = new short[rows.length * days];
    for (int row = 0; row < rows.length; row++) {
      for (int day = 0; day < days; day++) {
        roster[row * days + day] = (short) rows[row].open()[day][0];
      }
    }
    return roster;
  }

  /** Hard and soft price of a whole roster. */
  public record Total(long hard, long soft) {}

  /** Prices a roster from its values alone. */
  public Total price(short[] roster) {
    State state = new State(this, roster);
    return new Total(state.hard(), state.soft());
  }

  /** A random open value of a cell {@code row * days + day}. */
  public int randomOpen(int cell, RandomGenerator random) {
    int[] open = rows[cell / days].open()[cell % days];
    return open[random.nextInt(open.length)];
  }

  /**
   * Weight of hard prices at which breaking a usual rule costs as much as some heads too few.
   *
   * @param heads how many
   */
  long hardWeight(double heads) {
    return Math.max(1, Math.round(heads * dearestStep() / usualBreak));
  }

  /**
   * Soft price of one head too few, the dearest; what temperatures and weights are scaled by. Where
   * cover is hard, the dearest day of any sequence rule.
   */
  long dearestStep() {
    long dearest = 1;
    boolean hardCover = false;
    for (long[] price : unitPrice) {
      for (int amount = 1; amount < price.length; amount++) {
        long step = price[amount] - price[amount - 1];
        hardCover |= Price.hard(step) != 0;
        dearest = Math.max(dearest, Math.abs(Price.soft(step)));
      }
    }
    for (int row = 0; hardCover && row < rows.length; row++) {
      for (long price : rows[row].automaton().price) {
        dearest = Math.max(dearest, Price.soft(price));
      }
    }
    return dearest;
  }
}
