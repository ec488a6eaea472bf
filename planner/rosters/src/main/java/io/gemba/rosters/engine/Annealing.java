package io.gemba.rosters.engine;

/**
 * Simulated annealing (Kirkpatrick et al. 1983) on one number: the soft price plus a weight times
 * the hard one, so that a rule can be broken for some steps on the way to a better roster. Steps
 * are blocks of days: swapped between two rows, set to one value, or swapped within a row.
 */
final class Annealing {
  private static final int CHECK_MASK = 0xFF;

  /** How many temperatures dearer a step may be: quantiles of the exponential distribution. */
  private static final int PATIENCE_BITS = 14;

  private static final double[] PATIENCE = new double[1 << PATIENCE_BITS];

  static {
    for (int i = 0; i < PATIENCE.length; i++) {
      PATIENCE[i] = -Math.log((i + 0.5) / PATIENCE.length);
    }
  }

  /** Share of a run after which a step's prices are weighed anew. */
  private static final double WEIGHED = 0.01;

  /** One in so many swaps within a row goes any way. */
  private static final int FAR = 4;

  private final State state;
  private final Problem problem;
  private final FastRandom random;
  private final short[] wanted;
  private final short[] other;
  private final int longest;
  private final int[] freeRows;
  private long proposals;
  private long busyNanos;
  private Probe probe;
  private double limit;

  /**
   * How a run cools, and how the weight of hard prices grows meanwhile: both by the same factor
   * each moment.
   */
  record Schedule(
      double firstTemperature, double lastTemperature, long firstWeight, long lastWeight) {
    /** The same weight all the time. */
    Schedule(double firstTemperature, double lastTemperature, long hardWeight) {
      this(firstTemperature, lastTemperature, hardWeight, hardWeight);
    }

    double temperature(double share) {
      return firstTemperature * Math.pow(lastTemperature / firstTemperature, share);
    }

    long weight(double share) {
      return Math.max(
          1, Math.round(firstWeight * Math.pow(lastWeight / (double) firstWeight, share)));
    }
  }

  /**
   * @param freeRows rows that may change, at least one
   */
  Annealing(State state, FastRandom random, int[] freeRows) {
    this.state = state;
    this.random = random;
    this.freeRows = freeRows;
    problem = state.problem;
    wanted = new short[problem.days];
    other = new short[problem.days];
    longest = Math.min(14, problem.days);
    probe = new Probe(state, 1);
  }

  long proposals() {
    return proposals;
  }

  /** Time that all runs took together. */
  long busyNanos() {
    return busyNanos;
  }

  /**
   * Cools once from the first to the last temperature over the share of the time that is left.
   *
   * @param from share of the limits' time at which this run began
   * @param to share at which it ends
   */
  void run(Schedule schedule, Limits limits, double from, double to, Incumbent incumbent) {
    long began = System.nanoTime();
    cool(schedule, limits, from, to, incumbent);
    busyNanos += System.nanoTime() - began;
  }

  private void cool(Schedule schedule, Limits limits, double from, double to, Incumbent incumbent) {
    boolean counted = limits.steps() < Long.MAX_VALUE;
    long most = counted ? Math.round(limits.steps() * (to - from)) : Long.MAX_VALUE;
    double temperature = schedule.firstTemperature();
    long hardWeight = schedule.firstWeight();
    double weighed = 0;
    probe = new Probe(state, hardWeight);
    long best = Long.MAX_VALUE;
    long started = proposals;
    while (true) {
      if ((proposals & CHECK_MASK) == 0) {
        double now =
            counted ? (proposals - started) / (double) most : (limits.spent() - from) / (to - from);
        if (now >= 1 || limits.over()) {
          return;
        }
        temperature = schedule.temperature(now);
        if (now > weighed + WEIGHED) {
          weighed = now;
          long weight = schedule.weight(now);
          if (weight != hardWeight) {
            hardWeight = weight;
            probe = new Probe(state, hardWeight);
          }
        }
      }
      if (proposals - started >= most) {
        return;
      }
      proposals++;
      limit = temperature * PATIENCE[(int) (random.nextLong() >>> (64 - PATIENCE_BITS))];
      if (!propose()) {
        continue;
      }
      long change = Price.flat(state.delta(), hardWeight);
      state.commit();
      if (change < 0 && state.hard() <= incumbent.hard()) {
        long flat = state.hard() * 1_000_000_000_000L + state.soft();
        if (flat < best) {
          best = flat;
          incumbent.offer(state);
        }
      }
    }
  }

  /** Makes a step that is not too dear; false when there was none. */
  private boolean propose() {
    int kind = random.nextInt(100);
    if (kind < 45 && freeRows.length > 1) {
      return swapRows();
    }
    return kind < 85 ? setBlock() : swapDays();
  }

  private boolean swapRows() {
    int days = problem.days;
    int first = freeRows[random.nextInt(freeRows.length)];
    int second = freeRows[random.nextInt(freeRows.length)];
    if (first == second) {
      return false;
    }
    int length = 1 + random.nextInt(random.nextInt(longest) + 1);
    int from = random.nextInt(days - length + 1);
    boolean differs = false;
    for (int day = from; day < from + length; day++) {
      short a = state.values[first * days + day];
      short b = state.values[second * days + day];
      if (a != b) {
        differs = true;
        if (!open(first, day, b) || !open(second, day, a)) {
          return false;
        }
      }
      wanted[day] = b;
      other[day] = a;
    }
    if (!differs) {
      return false;
    }
    if (probe.two(first, second, from, from + length, wanted, other, limit) == Probe.REFUSED) {
      return false;
    }
    state.begin();
    state.change(first, from, from + length, wanted);
    state.change(second, from, from + length, other);
    return true;
  }

  private boolean setBlock() {
    int days = problem.days;
    int row = freeRows[random.nextInt(freeRows.length)];
    int length = 1 + random.nextInt(random.nextInt(Math.min(6, days)) + 1);
    int from = random.nextInt(days - length + 1);
    int[] open = problem.rows[row].open()[from];
    int value = open[random.nextInt(open.length)];
    boolean differs = false;
    for (int day = from; day < from + length; day++) {
      short was = state.values[row * days + day];
      wanted[day] = open(row, day, value) ? (short) value : was;
      differs |= wanted[day] != was;
    }
    return differs && change(row, from, from + length);
  }

  private boolean swapDays() {
    int days = problem.days;
    int row = freeRows[random.nextInt(freeRows.length)];
    int length = 1 + random.nextInt(4);
    int span = random.nextInt(FAR) == 0 ? days : Math.min(days, 14 + length);
    int from = random.nextInt(days);
    int to = from + length + random.nextInt(span);
    if (to + length > days) {
      return false;
    }
    int base = row * days;
    System.arraycopy(state.values, base + from, wanted, from, to + length - from);
    boolean differs = false;
    for (int i = 0; i < length; i++) {
      short a = state.values[base + from + i];
      short b = state.values[base + to + i];
      if (!open(row, from + i, b) || !open(row, to + i, a)) {
        return false;
      }
      wanted[from + i] = b;
      wanted[to + i] = a;
      differs |= a != b;
    }
    return differs && change(row, from, to + length);
  }

  private boolean change(int row, int from, int to) {
    if (probe.one(row, from, to, wanted, limit) == Probe.REFUSED) {
      return false;
    }
    state.begin();
    state.change(row, from, to, wanted);
    return true;
  }

  private boolean open(int row, int day, int value) {
    return problem.isOpen[(row * problem.days + day) * problem.values + value];
  }
}
