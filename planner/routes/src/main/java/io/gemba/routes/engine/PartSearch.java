package io.gemba.routes.engine;

/** An annealing search on one part of a plan; several may work on one plan at once. */
interface PartSearch {

  /** Takes a part over as it stands. */
  void begin(PlanParts.Part part);

  /** Inserts every customer of the part that is on no route, where it is cheapest. */
  void construct();

  /** Does some steps at a temperature in units of length. */
  void steps(int count, double temperature);

  /** Leaves the part; what was only tried is given up. */
  default void end() {}

  /** Length of the best state of the part since it was taken over. */
  long bestLength();

  /** Customers on no route in the best state. */
  int bestAbsent();

  /** The best state of the part since it was taken over. */
  int[][] bestRoutes();
}
