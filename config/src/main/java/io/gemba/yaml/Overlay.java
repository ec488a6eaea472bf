package io.gemba.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Lays one tree over another: mappings merge by key, everything else replaces. */
final class Overlay {
  private Overlay() {}

  static Node merge(Node below, Node above) {
    if (!(below instanceof MappingNode lower) || !(above instanceof MappingNode upper)) {
      return above;
    }
    List<NodeTuple> tuples = new ArrayList<>();
    for (NodeTuple tuple : lower.getValue()) {
      if (upper.getValue().stream().noneMatch(other -> key(other).equals(key(tuple)))) {
        tuples.add(tuple);
      }
    }
    for (NodeTuple tuple : upper.getValue()) {
      Node merged =
          lower.getValue().stream()
              .filter(other -> key(other).equals(key(tuple)))
              .findFirst()
              .map(other -> merge(other.getValueNode(), tuple.getValueNode()))
              .orElse(tuple.getValueNode());
      tuples.add(new NodeTuple(tuple.getKeyNode(), merged));
    }
    return new MappingNode(
        upper.getTag(),
        true,
        tuples,
        upper.getFlowStyle(),
        upper.getStartMark(),
        upper.getEndMark());
  }

  /** Replaces every scalar whose {@code PREFIX_PATH_TO_KEY} is set in the environment. */
  static Node merge(Node below, Map<String, String> environment, String prefix) {
    if (!(below instanceof MappingNode lower)) {
      String value = environment.get(prefix);
      return value == null || !(below instanceof ScalarNode)
          ? below
          : new ScalarNode(Tag.STR, value, ScalarStyle.PLAIN);
    }
    List<NodeTuple> tuples = new ArrayList<>();
    for (NodeTuple tuple : lower.getValue()) {
      String name = prefix + "_" + upperSnake(key(tuple));
      tuples.add(new NodeTuple(tuple.getKeyNode(), merge(tuple.getValueNode(), environment, name)));
    }
    return new MappingNode(
        lower.getTag(),
        true,
        tuples,
        lower.getFlowStyle(),
        lower.getStartMark(),
        lower.getEndMark());
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** {@code bootstrapServers} to {@code BOOTSTRAP_SERVERS}. */
  static String upperSnake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
