package io.gemba.routes.engine;

/**
 * Ruin and recreate with string removals, blinking insertion and annealing (Christiaens and Vanden
 * Berghe 2020). One object works on one part of a plan; several threads may each have one on the
 * same {@link TimedRoutes}.
 *
 * <p>What differs from the paper: a customer is tried only next to those that can be directly
 * before or after it within the windows and are near ({@link Neighbours}), all positions being the
 * fall-back; each test is constant in time; a rejected step is undone from a journal of the touched
 * routes; an empty route is always tried.
 */
final class RuinRecreate extends BestKeepingSearch {
  private static final double BLINK = 0.01;
  private static final double LOG_OF_NO_BLINK = Math.log(1 - BLINK);

  /** How often all positions are tried when none of the near ones is possible. */
  private static final double SCAN_SHARE = 0.3;

  private final PlainProblem problem;
  private final TimedRoutes routes;
  private final Neighbours neighbours;
  private final FastRandom random;
  private final StringRuin ruin;
  private final InsertionOrder order;
  private final RouteJournal journal;
  private final Absences absences;

  private double meanSize;
  private int empty;
  private int untilBlink;
  private long length;
  private boolean constructing;
  private int position;
  private int positionCost;

  RuinRecreate(
      TimedRoutes routes, Neighbours neighbours, FastRandom random, StringRuin.Shape shape) {
    this(routes, neighbours, random, shape, new Absences(routes.n, false));
  }

  RuinRecreate(
      TimedRoutes routes,
      Neighbours neighbours,
      FastRandom random,
      StringRuin.Shape shape,
      Absences absences) {
    super(routes);
    problem = routes.problem;
    this.routes = routes;
    this.neighbours = neighbours;
    this.random = random;
    this.absences = absences;
    ruin = new StringRuin(routes, neighbours, random, shape);
    order = new InsertionOrder(problem, random);
    journal = new RouteJournal(routes);
    untilBlink = random.untilNext(LOG_OF_NO_BLINK);
  }

  @Override
  public void begin(PlanParts.Part taken) {
    take(taken);
    empty = routeNumbers.length == 0 ? -1 : routeNumbers[0];
    length = 0;
    for (int r : routeNumbers) {
      length += routes.length(r);
    }
    absences.begin(routes, customers);
    measure();
    keep(length, absences.count());
  }

  private void measure() {
    int used = 0;
    int served = 0;
    for (int r : routeNumbers) {
      used += routes.size[r] > 0 ? 1 : 0;
      served += routes.size[r];
    }
    meanSize = used == 0 ? 1 : (double) served / used;
  }

  @Override
  public void steps(int count, double temperature) {
    if (customers.length == 0) {
      return;
    }
    measure();
    for (int i = 0; i < count; i++) {
      step(temperature);
    }
  }

  private void step(double temperature) {
    journal.begin();
    ruin.around(customers[random.below(customers.length)], meanSize, journal::touch);
    int change = ruin.lengthChange;
    int count = absences.appendTo(ruin.removed, ruin.count);
    order.sort(ruin.removed, count);
    absences.beginTrial();
    double limit = -temperature * Math.log(random.unitAboveZero());
    boolean all = absences.count() == 0;
    for (int i = 0; i < count && !(all && change >= limit); i++) {
      int customer = ruin.removed[i];
      findPosition(customer);
      if (position < 0) {
        absences.leave(customer);
      } else {
        journal.touch(routes.route[position]);
        change += routes.insertAfter(position, customer);
      }
    }
    if (absences.accepts(change < limit)) {
      length += change;
      absences.keepTrial();
      if (isBetter(length, absences.count())) {
        keep(length, absences.count());
      }
    } else {
      journal.rollback();
      absences.dropTrial(routes);
    }
  }

  @Override
  public void construct() {
    int[] open = open();
    order.sort(open, open.length);
    constructing = true;
    for (int customer : open) {
      findPosition(customer);
      if (position >= 0) {
        length += routes.insertAfter(position, customer);
      }
    }
    constructing = false;
    absences.begin(routes, customers);
    measure();
    keep(length, absences.count());
  }

  private void findPosition(int customer) {
    position = -1;
    positionCost = Integer.MAX_VALUE;
    if (problem.demand[customer] > problem.capacity) {
      return;
    }
    int list = customer * neighbours.width;
    for (int i = 0; i < neighbours.width; i++) {
      int node = neighbours.before[list + i];
      if (node != 0 && routes.route[node] != LinkedRoutes.NONE && routes.part[node] == part) {
        tryBetween(node, customer, routes.next[node]);
      }
    }
    for (int i = 0; i < neighbours.width; i++) {
      int node = neighbours.after[list + i];
      if (node != 0 && routes.route[node] != LinkedRoutes.NONE && routes.part[node] == part) {
        tryBetween(routes.prev[node], customer, node);
      }
    }
    boolean scans = absences.count() > 0 || random.unit() < SCAN_SHARE;
    if (constructing || (position < 0 && scans)) {
      tryAll(customer);
    }
    tryEmpty(customer);
  }

  private void tryAll(int customer) {
    for (int r : routeNumbers) {
      if (routes.size[r] > 0 && routes.load[r] + problem.demand[customer] <= problem.capacity) {
        int sentinel = routes.sentinel(r);
        int node = sentinel;
        do {
          tryBetween(node, customer, routes.next[node]);
          node = routes.next[node];
        } while (node != sentinel);
      }
    }
  }

  private void tryEmpty(int customer) {
    if (empty < 0) {
      return;
    }
    if (routes.size[empty] > 0) {
      for (int r : routeNumbers) {
        if (routes.size[r] == 0) {
          empty = r;
          break;
        }
      }
    }
    if (routes.size[empty] == 0) {
      int sentinel = routes.sentinel(empty);
      tryBetween(sentinel, customer, sentinel);
    }
  }

  private void tryBetween(int before, int customer, int after) {
    if (--untilBlink == 0) {
      untilBlink = random.untilNext(LOG_OF_NO_BLINK);
      return;
    }
    int row = customer * problem.stride;
    int locBefore = routes.loc[before];
    int locAfter = routes.loc[after];
    int cost =
        problem.distanceTo[row + locBefore]
            + problem.distance[row + locAfter]
            - (before == after ? 0 : routes.legIn[after]);
    if (cost >= positionCost
        || routes.load[routes.route[before]] + problem.demand[customer] > problem.capacity) {
      return;
    }
    if (problem.timed) {
      int start =
          Math.max(problem.open[customer], routes.depart[before] + problem.timeTo[row + locBefore]);
      if (start > problem.close[customer]
          || start + problem.service[customer] + problem.time[row + locAfter]
              > routes.latest[after]) {
        return;
      }
    }
    position = before;
    positionCost = cost;
  }
}
