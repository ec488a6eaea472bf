package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;

/**
 * Where an order goes in a tour: one node, or two that are a pair or a node and its reload.
 *
 * @param first node
 * @param firstAt position it goes before, 0 = the first
 * @param second node behind it, {@link RouteModel#NONE} when there is none
 * @param secondAt position it goes before, in the tour without both; not less than {@code firstAt}
 */
record Placement(int first, int firstAt, int second, int secondAt) {

  /** The longer tour. */
  int[] into(int[] nodes, int size) {
    int[] longer = new int[size + (second == RouteModel.NONE ? 1 : 2)];
    into(nodes, size, longer);
    return longer;
  }

  /** Writes the longer tour and returns its length. */
  int into(int[] nodes, int size, int[] longer) {
    System.arraycopy(nodes, 0, longer, 0, firstAt);
    longer[firstAt] = first;
    if (second == RouteModel.NONE) {
      System.arraycopy(nodes, firstAt, longer, firstAt + 1, size - firstAt);
      return size + 1;
    }
    System.arraycopy(nodes, firstAt, longer, firstAt + 1, secondAt - firstAt);
    longer[secondAt + 1] = second;
    System.arraycopy(nodes, secondAt, longer, secondAt + 2, size - secondAt);
    return size + 2;
  }
}
