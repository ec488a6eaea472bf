package io.gemba.routes.engine;

/**
 * Iterated local search for long routes: strings are taken out and put back where length plus
 * penalties rises least, a local search descends from there, and the result is annealed on that
 * sum. Plans may break windows and capacity on the way; only feasible ones are kept as best.
 */
final class PenalisedSearch extends BestKeepingSearch {
  /** Stands for "no feasible state yet"; small enough that the parts' values can be added. */
  private static final int NONE_FEASIBLE = 1 << 24;

  private static final double BLINK = 0.02;
  private static final double LOG_OF_NO_BLINK = Math.log(1 - BLINK);

  private final PlainProblem problem;
  private final SegmentRoutes routes;
  private final Neighbours neighbours;
  private final FastRandom random;
  private final StringRuin ruin;
  private final InsertionOrder order;
  private final RouteJournal journal;
  private final Penalties penalties;
  private final LocalSearch localSearch;
  private final Concatenation way;
  private final double routePrice;
  private int[] seeds = {};
  private boolean isClosed;
  private double meanSize;
  private int empty;
  private int served;
  private int untilBlink;
  private long length;
  private long warp;
  private long excess;
  private int position;
  private double positionCost;

  PenalisedSearch(
      SegmentRoutes routes, Neighbours neighbours, FastRandom random, StringRuin.Shape shape) {
    this(routes, neighbours, random, shape, 0);
  }

  /**
   * @param routePrice what a route in use costs beside its length, in temperatures: heat likes
   *     routes too many, which are hard to get rid of once it is cold
   */
  PenalisedSearch(
      SegmentRoutes routes,
      Neighbours neighbours,
      FastRandom random,
      StringRuin.Shape shape,
      double routePrice) {
    super(routes);
    this.routePrice = routePrice;
    problem = routes.problem;
    this.routes = routes;
    this.neighbours = neighbours;
    this.random = random;
    ruin = new StringRuin(routes, neighbours, random, shape);
    order = new InsertionOrder(problem, random);
    journal = new RouteJournal(routes);
    penalties = new Penalties(20, 50 * problem.meanNearLength() / Math.max(1, problem.capacity));
    localSearch = new LocalSearch(routes, neighbours, penalties, journal);
    way = new Concatenation(routes);
    untilBlink = random.untilNext(LOG_OF_NO_BLINK);
  }

  @Override
  public void begin(PlanParts.Part taken) {
    take(taken);
    searchAll();
    sum();
    assume(NONE_FEASIBLE, NONE_FEASIBLE);
    keepBest();
  }

  private void sum() {
    length = 0;
    warp = 0;
    excess = 0;
    int used = 0;
    served = 0;
    for (int r : routeNumbers) {
      length += routes.routeLength[r];
      warp += routes.warp[r];
      excess += routes.excess(r);
      served += routes.size[r];
      used += routes.size[r] > 0 ? 1 : 0;
    }
    meanSize = Math.max(1, customers.length / (double) Math.max(1, used));
  }

  private void keepBest() {
    if (warp == 0 && excess == 0 && served == customers.length && isBetter(length, 0)) {
      keep(length, 0);
    }
  }

  @Override
  public void construct() {
    int[] open = open();
    journal.begin();
    order.sort(open, open.length);
    for (int customer : open) {
      insert(customer);
    }
    for (int customer : customers) {
      localSearch.push(customer);
    }
    localSearch.descend(part, findEmpty());
    sum();
    keepBest();
  }

  /** From now on ruins begin at any customer of the part, and routes may be opened. */
  void searchAll() {
    seeds = customers;
    isClosed = false;
  }

  /**
   * From now on ruins begin at these customers only.
   *
   * @param mayOpen whether routes without customers may be used
   */
  void searchAround(int[] customersOfPart, boolean mayOpen) {
    seeds = customersOfPart;
    isClosed = !mayOpen;
  }

  /** Takes all customers of a route out and puts them back where they cost least, in any route. */
  void dissolve(int r) {
    int[] out = routes.customers(r);
    journal.begin();
    journal.touch(r);
    routes.remove(out[0], out[out.length - 1]);
    order.sort(out, out.length);
    for (int customer : out) {
      insert(customer);
    }
    localSearch.descend(part, findEmpty());
    sum();
    keepBest();
  }

  /** The best plan since the part was taken over becomes the current one, where there is one. */
  void goBack() {
    if (bestAbsent() == 0) {
      backToBest();
      sum();
    }
  }

  @Override
  public void steps(int count, double temperature) {
    penalties.route = (int) (routePrice * temperature);
    for (int i = 0; i < count && customers.length > 0; i++) {
      step(temperature);
    }
  }

  private void step(double temperature) {
    journal.begin();
    ruin.around(seeds[random.below(seeds.length)], meanSize, journal::touch);
    int count = ruin.count;
    order.sort(ruin.removed, count);
    for (int i = 0; i < count; i++) {
      insert(ruin.removed[i]);
    }
    for (int i = 0; i < ruin.gaps; i++) {
      localSearch.push(ruin.gap[i]);
      localSearch.push(routes.next[ruin.gap[i]]);
    }
    localSearch.descend(part, findEmpty());
    long lengthChange = journal.change(RouteJournal.LENGTH);
    long warpChange = journal.change(RouteJournal.WARP);
    long excessChange = journal.change(RouteJournal.EXCESS);
    double change =
        lengthChange
            + penalties.warp * warpChange
            + penalties.excess * excessChange
            + (double) penalties.route * journal.change(RouteJournal.USED);
    penalties.saw(warp + warpChange == 0, excess + excessChange == 0);
    if (change < -temperature * Math.log(random.unitAboveZero())) {
      length += lengthChange;
      warp += warpChange;
      excess += excessChange;
      keepBest();
    } else {
      journal.rollback();
    }
  }

  private int findEmpty() {
    if (isClosed) {
      return -1;
    }
    if (routes.size[empty] > 0 || !owns(empty)) {
      for (int r : routeNumbers) {
        if (routes.size[r] == 0) {
          empty = r;
          return r;
        }
      }
      return -1;
    }
    return empty;
  }

  private boolean owns(int r) {
    for (int own : routeNumbers) {
      if (own == r) {
        return true;
      }
    }
    return false;
  }

  private void insert(int customer) {
    position = -1;
    positionCost = Double.POSITIVE_INFINITY;
    int list = customer * neighbours.width;
    for (int i = 0; i < neighbours.width; i++) {
      int node = neighbours.before[list + i];
      if (node != 0 && routes.route[node] != LinkedRoutes.NONE && routes.part[node] == part) {
        tryBetween(node, customer, routes.next[node]);
      }
      node = neighbours.after[list + i];
      if (node != 0 && routes.route[node] != LinkedRoutes.NONE && routes.part[node] == part) {
        tryBetween(routes.prev[node], customer, node);
      }
    }
    int free = findEmpty();
    if (free >= 0) {
      int sentinel = routes.sentinel(free);
      tryBetween(sentinel, customer, sentinel);
    }
    if (position < 0) {
      position = routes.sentinel(routeNumbers[random.below(routeNumbers.length)]);
    }
    journal.touch(routes.route[position]);
    localSearch.push(position);
    localSearch.push(customer);
    localSearch.push(routes.next[position]);
    routes.insertAfter(position, customer);
  }

  private void tryBetween(int before, int customer, int after) {
    if (--untilBlink == 0) {
      untilBlink = random.untilNext(LOG_OF_NO_BLINK);
      return;
    }
    int row = customer * problem.stride;
    double cost =
        problem.distanceTo[row + routes.loc[before]]
            + problem.distance[row + routes.loc[after]]
            - (before == after ? -penalties.route : routes.legIn[after]);
    if (cost >= positionCost) {
      return;
    }
    int r = routes.route[before];
    int load = routes.load[r];
    cost +=
        penalties.excess
            * (Math.max(0, load + problem.demand[customer] - problem.capacity)
                - Math.max(0, load - problem.capacity));
    if (cost >= positionCost) {
      return;
    }
    if (problem.timed) {
      way.head(before);
      way.add(customer);
      cost += penalties.warp * (way.tail(after) - routes.warp[r]);
      if (cost >= positionCost) {
        return;
      }
    }
    position = before;
    positionCost = cost;
  }
}
