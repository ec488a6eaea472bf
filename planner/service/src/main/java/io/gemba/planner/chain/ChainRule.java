package io.gemba.planner.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds what belongs together: everything a node follows from, and everything that follows from it.
 * Neighbours that merely share a cause are not part of it. Cycles in the data end the walk.
 */
final class ChainRule {
  private static final int MOST_NODES = 500;

  private ChainRule() {}

  /** Where nodes come from. */
  interface Nodes {
    /** Nodes with any of these ids; unknown ids give nothing. */
    List<ChainNode> withIds(List<String> ids);

    /** Nodes that name any of these ids among their causes. */
    List<ChainNode> causedBy(List<String> ids);
  }

  /**
   * Assembles the chain through an id.
   *
   * @return no links when the id is unknown
   */
  static Chain chain(String id, Nodes nodes) {
    Map<String, ChainNode> found = new LinkedHashMap<>();
    List<ChainNode> start = nodes.withIds(List.of(id));
    walk(start, found, level -> nodes.withIds(causes(level)));
    walk(start, found, level -> nodes.causedBy(ids(level)));
    return Chain.of(new ArrayList<>(found.values()));
  }

  private static void walk(
      List<ChainNode> start,
      Map<String, ChainNode> found,
      Function<List<ChainNode>, List<ChainNode>> next) {
    Map<String, ChainNode> seen = new LinkedHashMap<>();
    Deque<List<ChainNode>> levels = new ArrayDeque<>();
    levels.add(start);
    while (!levels.isEmpty() && seen.size() < MOST_NODES) {
      List<ChainNode> fresh =
          levels.remove().stream()
              .filter(node -> seen.putIfAbsent(node.id(), node) == null)
              .toList();
      if (!fresh.isEmpty()) {
        levels.add(next.apply(fresh));
      }
    }
    found.putAll(seen);
  }

  private static List<String> causes(Collection<ChainNode> nodes) {
    return nodes.stream().flatMap(node -> node.causes().stream()).distinct().toList();
  }

  private static List<String> ids(Collection<ChainNode> nodes) {
    return nodes.stream().map(ChainNode::id).toList();
  }
}
