package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Small exact changes of a given roster: what some cells would cost, the cheapest chain of a few
 * cells (a beam search, Lowerre 1976, over single cells, each freeing or filling what the last one
 * left), and a short annealing around it. Times depend on people x values, not on the days. One
 * thread.
 */
public final class Chains {
  private static final int BEAM = 24;
  private static final int REACH_DAYS = 6;

  private final Problem problem;
  private final State state;
  private final long hardWeight;
  private Probe probe;
  private final short[] wanted;

  /** A cell and its new value. */
  public record Change(int row, int day, int value) {}

  /**
   * Cells to change, in the order they were found.
   *
   * @param hard change of the broken rules' weight
   * @param soft change of the price
   */
  public record Chain(List<Change> changes, long hard, long soft) {
    /** Copies the list. */
    public Chain {
      changes = List.copyOf(changes);
    }
  }

  /**
   * @param roster value of row r on day d at {@code r * days + d}, copied
   */
  public Chains(Problem problem, short[] roster) {
    this.problem = problem;
    state = new State(problem, roster);
    hardWeight = problem.hardWeight(2);
    probe = new Probe(state, hardWeight);
    wanted = new short[problem.days];
  }

  /** A copy of the roster. */
  public short[] roster() {
    return state.values.clone();
  }

  /** Hard and soft price of the roster. */
  public Problem.Total total() {
    return new Problem.Total(state.hard(), state.soft());
  }

  /** The exact price of some cells, each named once. */
  public Chain price(List<Change> changes) {
    long hard = state.hard();
    long soft = state.soft();
    List<Change> back = make(changes);
    Chain chain = new Chain(changes, state.hard() - hard, state.soft() - soft);
    make(back);
    return chain;
  }

  /** Makes changes and returns what undoes them, in order. */
  public List<Change> make(List<Change> changes) {
    List<Change> back = new ArrayList<>();
    for (Change change : changes) {
      back.add(0, new Change(change.row(), change.day(), state.value(change.row(), change.day())));
      wanted[change.day()] = (short) change.value();
      state.begin();
      state.change(change.row(), change.day(), change.day() + 1, wanted);
      state.commit();
    }
    return back;
  }

  /**
   * The cheapest chain that breaks no more than the roster does.
   *
   * @param days where cells may be changed first
   * @param most cells at most, 1 or more
   * @param cancelled true = return the best so far
   * @return the empty chain when nothing is cheaper than the roster as it is
   */
  public Chain cheapest(Set<Integer> days, int most, BooleanSupplier cancelled) {
    return search(List.of(new Chain(List.of(), 0, 0)), days, most, cancelled);
  }

  /**
   * The cheapest of some chains, each made longer where that helps.
   *
   * @param begun chains with their prices, at least one
   * @param most cells to add at most
   * @return a chain that breaks no more than the roster does; when there is none, the one that
   *     breaks least
   */
  public Chain longer(List<Chain> begun, int most, BooleanSupplier cancelled) {
    return search(begun, Set.of(), most, cancelled);
  }

  private Chain search(List<Chain> begun, Set<Integer> days, int most, BooleanSupplier cancelled) {
    List<Chain> beam = new ArrayList<>(begun);
    beam.sort(byPrice());
    Chain best = beam.stream().min(byRulesThenPrice()).orElseThrow();
    for (int depth = 0; depth < most; depth++) {
      List<Chain> grown = new ArrayList<>();
      Set<Set<Change>> known = new HashSet<>();
      for (Chain chain : beam.subList(0, Math.min(BEAM, beam.size()))) {
        if (cancelled.getAsBoolean()) {
          return best;
        }
        List<Change> back = make(chain.changes());
        grow(chain, days, grown, known);
        make(back);
      }
      grown.sort(byPrice());
      beam = grown;
      for (Chain chain : grown) {
        best = byRulesThenPrice().compare(chain, best) < 0 ? chain : best;
      }
    }
    return best;
  }

  private Comparator<Chain> byPrice() {
    return Comparator.comparingLong((Chain chain) -> chain.soft() + hardWeight * chain.hard())
        .thenComparingInt(chain -> chain.changes().size());
  }

  private static Comparator<Chain> byRulesThenPrice() {
    return Comparator.comparingLong((Chain chain) -> Math.max(0, chain.hard()))
        .thenComparingLong(Chain::soft)
        .thenComparingInt(chain -> chain.changes().size());
  }

  /** Adds every chain that is one cell longer and may be among the best. */
  private void grow(Chain chain, Set<Integer> days, List<Chain> grown, Set<Set<Change>> known) {
    Set<Integer> open = new HashSet<>(days);
    boolean[][] near = new boolean[problem.rows.length][];
    Set<Long> taken = new HashSet<>();
    for (Change change : chain.changes()) {
      open.add(change.day());
      taken.add(cell(change.row(), change.day()));
      boolean[] row = near[change.row()] == null ? new boolean[problem.days] : near[change.row()];
      near[change.row()] = row;
      int to = Math.min(problem.days - 1, change.day() + REACH_DAYS);
      for (int day = Math.max(0, change.day() - REACH_DAYS); day <= to; day++) {
        row[day] = true;
      }
    }
    for (int row = 0; row < problem.rows.length; row++) {
      for (int day = 0; day < problem.days; day++) {
        if ((open.contains(day) || (near[row] != null && near[row][day]))
            && !taken.contains(cell(row, day))) {
          cell(chain, row, day, grown, known);
        }
      }
    }
  }

  private long cell(int row, int day) {
    return (long) row * problem.days + day;
  }

  private void cell(Chain chain, int row, int day, List<Chain> grown, Set<Set<Change>> known) {
    double limit = limit(grown) - chain.soft() - (double) hardWeight * chain.hard();
    for (int value : problem.rows[row].open()[day]) {
      if (value == state.value(row, day)) {
        continue;
      }
      wanted[day] = (short) value;
      long price = probe.one(row, day, day + 1, wanted, limit);
      if (price != Probe.REFUSED) {
        List<Change> changes = new ArrayList<>(chain.changes());
        changes.add(new Change(row, day, value));
        if (known.add(new HashSet<>(changes))) {
          grown.add(
              new Chain(
                  changes, chain.hard() + Price.hard(price), chain.soft() + Price.soft(price)));
        }
      }
    }
  }

  /** Nothing dearer than the beam's last is worth its place; the list is cut when it doubles. */
  private double limit(List<Chain> grown) {
    if (grown.size() >= 4 * BEAM) {
      grown.sort(byPrice());
      grown.subList(2 * BEAM, grown.size()).clear();
      cut = grown.get(2 * BEAM - 1).soft() + (double) hardWeight * grown.get(2 * BEAM - 1).hard();
    } else if (grown.size() < 2 * BEAM) {
      cut = Double.MAX_VALUE;
    }
    return cut;
  }

  private double cut = Double.MAX_VALUE;

  /**
   * Anneals gently from the roster and keeps the best.
   *
   * @param rows people whose days may change
   * @param nanos how long
   * @return the best roster found; never worse than the roster, which becomes it
   */
  public short[] polish(int[] rows, long nanos, long seed, BooleanSupplier cancelled) {
    Limits limits = new Limits(System.nanoTime(), nanos, Long.MAX_VALUE, cancelled);
    Incumbent incumbent = new Incumbent(state, (roster, hard, soft) -> {});
    double dearest = problem.dearestStep();
    new Annealing(state, new FastRandom(seed), rows)
        .run(
            new Annealing.Schedule(dearest / 20, dearest / 400, hardWeight),
            limits,
            0,
            1,
            incumbent);
    state.load(incumbent.roster());
    probe = new Probe(state, hardWeight);
    return incumbent.roster();
  }
}
