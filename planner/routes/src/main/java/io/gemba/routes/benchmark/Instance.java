package io.gemba.routes.benchmark;

import java.util.List;

/**
 * One benchmark instance as its file has it.
 *
 * @param name as in the file, without blanks
 * @param family what its best known values are filed under: the folder's name
 * @param kind which rules it has
 * @param vehicles most vehicles; {@code Integer.MAX_VALUE} when the file names none
 * @param capacity of each vehicle
 * @param nodes the depot first
 */
public record Instance(
    String name, String family, Kind kind, int vehicles, int capacity, List<Node> nodes) {

  /** Copies the nodes. */
  public Instance {
    nodes = List.copyOf(nodes);
  }

  /** How many customers. */
  public int customers() {
    return nodes.size() - 1;
  }

  /** Which rules an instance has. */
  public enum Kind {
    /** windows and capacity: Solomon, Gehring and Homberger */
    WINDOWS,
    /** windows, capacity and pairs of pickup and delivery: Li and Lim */
    PAIRS,
    /** capacity only: CVRPLIB */
    CAPACITY
  }

  /**
   * The depot or a customer, in the file's units.
   *
   * @param x coordinate
   * @param y coordinate
   * @param demand negative where a pair's load is brought
   * @param open earliest start of service
   * @param close latest start of service
   * @param service its time
   * @param pickup index of the node whose load is brought here; 0 = none
   * @param delivery index of the node where this load goes; 0 = none
   */
  public record Node(
      double x,
      double y,
      int demand,
      double open,
      double close,
      double service,
      int pickup,
      int delivery) {}
}
