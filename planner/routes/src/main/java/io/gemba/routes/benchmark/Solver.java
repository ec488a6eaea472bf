package io.gemba.routes.benchmark;

import java.util.function.Consumer;

/** Something that solves benchmark instances: our search, or a peer it is compared with. */
public interface Solver {
  /** Short name for tables. */
  String name();

  /**
   * Solves.
   *
   * @param found hears of each better plan on the caller's thread; may be slow
   */
  Solved solve(Instance instance, Convention convention, Effort effort, Consumer<Progress> found);

  /**
   * How long and how.
   *
   * @param seconds wall clock
   * @param threads at least 1
   * @param seed of the random choices
   */
  record Effort(double seconds, int threads, long seed) {}

  /**
   * A better plan than all before.
   *
   * @param millis since the search began
   * @param vehicles it uses
   * @param distance in the file's unit
   */
  record Progress(long millis, int vehicles, double distance) {}
}
