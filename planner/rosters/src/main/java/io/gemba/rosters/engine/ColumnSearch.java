package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Column generation over whole rows (Burke and Curtois 2014, "New approaches to nurse rostering
 * benchmark instances"): a linear program picks shares of rows, its prices of cover tell exact row
 * searches which rows are missing, and a dive fixes some rows after the others until everybody has
 * one. Over all people it also gives a lower bound; over some of them, with the others' rows kept,
 * it is the large step of a neighbourhood search. Rows once found stay in a pool. One thread.
 */
final class ColumnSearch {
  private static final int MOST_IMPORTED = 120;

  /** How many times as long as its program a careful dive may take. */
  private static final double CAREFUL = 5;

  private final Problem problem;
  private final FastRandom random;
  private final CoverNeeds needs;
  private final RowSearches searches;
  private final List<List<Column>> pool = new ArrayList<>();
  private final List<Set<String>> known = new ArrayList<>();
  private final long hardWeight;

  /** Prices of the last program over everybody, null before there is one. */
  private double @Nullable [] guide;

  private double bound = Double.NEGATIVE_INFINITY;
  private boolean hasFirstPrices = true;
  private @Nullable Incumbent incumbent;

  /**
   * @param hardWeight price of a broken rule in the rows that are given
   * @param helpers share the row searches of a round
   */
  ColumnSearch(Problem problem, FastRandom random, long hardWeight, Helpers helpers) {
    this.problem = problem;
    this.random = random;
    this.hardWeight = hardWeight;
    needs = new CoverNeeds(problem, hardWeight);
    searches = new RowSearches(problem, helpers);
    for (int row = 0; row < problem.rows.length; row++) {
      pool.add(new ArrayList<>());
      known.add(new HashSet<>());
    }
  }

  /** No roster without broken rules is cheaper than this; minus infinity when not known. */
  double bound() {
    return bound;
  }

  /**
   * Searches the best rows of some people, the others keep theirs.
   *
   * @param roster what to start from; rows that break hard rules stay as they are
   * @param free people whose rows may change
   * @return a roster, not necessarily better; null when none can be or the time ran out first
   */
  short @Nullable [] improve(short[] roster, int[] free, Limits limits) {
    boolean everybody = free.length == problem.rows.length;
    double began = limits.spent();
    RowProgram.Part part = new RowProgram.Part(roster, free);
    RowProgram program = new RowProgram(this, part, limits);
    boolean solved = program.solve(everybody && guide != null, guide);
    if (everybody) {
      bound = Math.max(bound, program.lower());
    }
    if (!solved || program.isHopeless()) {
      return null;
    }
    if (everybody) {
      guide = program.prices();
    }
    boolean hurried = 1 - limits.spent() < CAREFUL * (limits.spent() - began);
    return new Dive(program, part, this, limits).run(hurried);
  }

  /** Begins with the prices of its first program: few rows are sooner planned than priced. */
  ColumnSearch withoutFirstPrices() {
    hasFirstPrices = false;
    return this;
  }

  /** Offers rosters that are found before the first program is solved. */
  ColumnSearch offeringTo(Incumbent best) {
    incumbent = best;
    return this;
  }

  @Nullable Incumbent incumbent() {
    return incumbent;
  }

  boolean hasFirstPrices() {
    return hasFirstPrices;
  }

  Problem problem() {
    return problem;
  }

  CoverNeeds needs() {
    return needs;
  }

  RowSearches searches() {
    return searches;
  }

  FastRandom random() {
    return random;
  }

  /**
   * A row as a column, which the pool keeps.
   *
   * @param person its number in the linear program
   */
  Column column(int person, int row, short[] values) {
    Cover cover = problem.rows[row].cover();
    int count = 0;
    for (int day = 0; day < values.length; day++) {
      int cell = day * problem.values + values[day];
      count += cover.start[cell + 1] - cover.start[cell];
    }
    int[] units = new int[count];
    double[] amounts = new double[count];
    int at = 0;
    for (int day = 0; day < values.length; day++) {
      int cell = day * problem.values + values[day];
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        units[at] = cover.unit[i];
        amounts[at++] = cover.amount[i];
      }
    }
    double price = Price.flat(RowPrice.of(problem, row, values), hardWeight);
    Column column = new Column(person, values, price, units, amounts);
    if (known.get(row).add(Arrays.toString(values))) {
      pool.get(row).add(column);
    }
    return column;
  }

  /** The pool's rows of somebody, those that looked best under the last prices of everybody. */
  List<Column> listKnown(int person, int row) {
    List<Column> list = new ArrayList<>(pool.get(row));
    if (list.size() > MOST_IMPORTED) {
      list.sort((a, b) -> Double.compare(guided(a), guided(b)));
      list = list.subList(0, MOST_IMPORTED);
    }
    return list.stream()
        .map(own -> new Column(person, own.values, own.price, own.units, own.amounts))
        .toList();
  }

  private double guided(Column column) {
    double price = column.price;
    for (int i = 0; guide != null && i < column.units.length; i++) {
      price -= guide[column.units[i]] * column.amounts[i];
    }
    return price;
  }
}
