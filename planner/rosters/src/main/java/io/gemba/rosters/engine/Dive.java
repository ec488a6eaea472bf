package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a roster of a solved {@link RowProgram}: the most certain rows are fixed, the program is
 * solved again, and so on. Used once, in one thread.
 */
final class Dive {
  /** Growth of the program's value for which no rows are searched. */
  private static final double ENOUGH = 0.0005;

  /** Growth over the roster that was given at which a dive ends. */
  private static final double LOST = 0.001;

  /** Rounds of row searches after rows are fixed, and when time is short, with all rows open. */
  private static final int ROUNDS = 30;

  private static final int HURRIED_ROUNDS = 4;

  /** Shares at which rows are fixed in any case, when time is short, and some at a time. */
  private static final double CERTAIN = 0.99;

  private static final double HURRIED_CERTAIN = 0.75;
  private static final double LIKELY = 0.5;

  /** Part of the open rows that are fixed at a time when they are likely. */
  private static final double PART = 0.15;

  /** Part of the time left that a hurried dive takes. */
  private static final double HURRIED_TIME = 0.7;

  private final RowProgram program;
  private final RowProgram.Part part;
  private final int days;
  private final FastRandom random;
  private final Limits limits;

  Dive(RowProgram program, RowProgram.Part part, ColumnSearch search, Limits limits) {
    this.program = program;
    this.part = part;
    this.limits = limits;
    days = search.problem().days;
    random = search.random();
  }

  /**
   * Fixes rows until everybody has one, after {@link RowProgram#solve}.
   *
   * @param hurried there may be too little time to fix them carefully
   * @return a roster; null when it would cost more than the one given
   */
  short @Nullable [] run(boolean hurried) {
    double enough = program.value() * (1 + ENOUGH) + ENOUGH;
    double before = limits.spent();
    int most = 1;
    while (true) {
      int left = program.open().length;
      most = Math.max(most, Math.max(1, (int) (left * PART)));
      if (!fixLikely(most, hurried)) {
        return finished();
      }
      left = program.open().length;
      int rounds =
          hurried
              ? Math.min(ROUNDS, HURRIED_ROUNDS * program.persons() / Math.max(1, left))
              : ROUNDS;
      Settled settled = settle(rounds, enough);
      if (settled == Settled.OUT_OF_TIME) {
        return finished();
      }
      if (settled == Settled.SOLVED && program.value() > program.given() * (1 + LOST)) {
        return null;
      }
      double share = limits.spent() - before;
      before = limits.spent();
      double time = HURRIED_TIME * Math.max(1e-9, 1 - before);
      most = hurried ? (int) Math.ceil(left * Math.min(1, share / time)) : 1;
    }
  }

  /** How solving again with some rows fixed ended. */
  private enum Settled {
    SOLVED,
    ROUGHLY,
    OUT_OF_TIME
  }

  /** Solves again with some rows fixed, and searches rows unless that cost next to nothing. */
  private Settled settle(int rounds, double enough) {
    double[] near = program.prices();
    double nearLower = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < rounds; round++) {
      if (!program.resolve()) {
        return Settled.OUT_OF_TIME;
      }
      if (program.value() < enough && program.isFree()) {
        return Settled.SOLVED;
      }
      RowRound.Priced priced = program.round(near);
      if (priced == null) {
        return Settled.OUT_OF_TIME;
      }
      if (priced.lower() > nearLower) {
        nearLower = priced.lower();
        near = program.lastPrices();
      }
      if (priced.added() == 0 && !program.widen()) {
        return Settled.SOLVED;
      }
    }
    return program.resolve() ? Settled.ROUGHLY : Settled.OUT_OF_TIME;
  }

  /** Fixes rows that are certain, and some that are likely; false when none is open. */
  private boolean fixLikely(int most, boolean hurried) {
    double[] chance = program.shares();
    List<Column> columns = program.columns();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < chance.length; i++) {
      if (!program.isFixed(columns.get(i).person) && chance[i] > 1e-6) {
        double doubt = 0.85 + 0.15 * random.nextDouble();
        chance[i] = chance[i] > CERTAIN ? 1 : chance[i] * doubt;
        open.add(i);
      }
    }
    open.sort((a, b) -> Double.compare(chance[b], chance[a]));
    int taken = 0;
    for (int i : open) {
      boolean certain = chance[i] >= (hurried ? HURRIED_CERTAIN : CERTAIN);
      boolean likely = taken < most && (hurried || taken == 0 || chance[i] > LIKELY);
      if (!program.isFixed(columns.get(i).person) && (certain || likely)) {
        program.fix(i);
        taken++;
      }
    }
    return taken > 0;
  }

  /** The roster of everybody's largest share. */
  private short[] finished() {
    short[] found = part.roster().clone();
    double[] shares = program.shares();
    double[] best = new double[program.persons()];
    List<Column> columns = program.columns();
    for (int i = 0; i < shares.length; i++) {
      Column column = columns.get(i);
      if (shares[i] > best[column.person]) {
        best[column.person] = shares[i];
        int row = part.free()[column.person];
        System.arraycopy(column.values, 0, found, row * days, days);
      }
    }
    return found;
  }
}
