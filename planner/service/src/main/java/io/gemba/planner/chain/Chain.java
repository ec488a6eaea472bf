package io.gemba.planner.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A chain as it is shown.
 *
 * @param links in the order sensors, inventory, schedules, routes; within a page dearest first
 * @param toActCents what all remedies cost
 * @param avoidedCents what they avoid
 * @param savesCents the difference
 */
public record Chain(List<Link> links, long toActCents, long avoidedCents, long savesCents) {

  /** A link. */
  public record Link(
      ChainNode.Page page,
      String id,
      String title,
      String detail,
      ChainNode.Kind kind,
      long cents) {}

  /** Puts nodes into a chain. */
  static Chain of(List<ChainNode> nodes) {
    List<ChainNode> sorted = new ArrayList<>(nodes);
    sorted.sort(
        Comparator.comparing(ChainNode::page)
            .thenComparing(ChainNode::kind)
            .thenComparing(ChainNode::cents, Comparator.reverseOrder())
            .thenComparing(ChainNode::id));
    long act =
        sorted.stream()
            .filter(node -> node.kind() == ChainNode.Kind.act)
            .mapToLong(ChainNode::cents)
            .sum();
    long avoided = sorted.stream().mapToLong(ChainNode::avoidedCents).sum();
    List<Link> links =
        sorted.stream()
            .map(
                node ->
                    new Link(
                        node.page(),
                        node.id(),
                        node.title(),
                        node.detail(),
                        node.kind(),
                        node.cents()))
            .toList();
    return new Chain(links, act, avoided, avoided - act);
  }
}
