package io.gemba.routes.benchmark;

import java.util.function.Consumer;

/** Gemba's searches: the one on the full model for pairs, the plain one for all else. */
public final class GembaSolver implements Solver {
  private final Solver plain = new PlainSolver();
  private final Solver pairs = new PairSolver();

  /** Stateless. */
  public GembaSolver() {}

  @Override
  public String name() {
    return plain.name();
  }

  @Override
  public Solved solve(
      Instance instance, Convention convention, Effort effort, Consumer<Progress> found) {
    Solver solver = instance.kind() == Instance.Kind.PAIRS ? pairs : plain;
    return solver.solve(instance, convention, effort, found);
  }
}
