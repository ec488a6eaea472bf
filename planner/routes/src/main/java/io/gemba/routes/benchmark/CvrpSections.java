package io.gemba.routes.benchmark;

import io.gemba.routes.benchmark.Instance.Kind;
import io.gemba.routes.benchmark.Instance.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** TSPLIB sections of a CVRP with Euclidean coordinates. */
final class CvrpSections {
  private final Path file;
  private final String name;
  private final List<String> lines;
  private final Map<Integer, double[]> coordinates = new TreeMap<>();
  private final Map<Integer, Integer> demands = new TreeMap<>();
  private String weights = "EUC_2D";
  private int capacity = -1;
  private int depot = 1;

  CvrpSections(Path file, String name, List<String> lines) {
    this.file = file;
    this.name = name;
    this.lines = lines;
  }

  Instance read() throws IOException {
    String section = "";
    for (String line : lines) {
      String[] words = line.strip().split("[\\s:]+");
      if (words[0].equals("EOF")) {
        break;
      }
      if (!words[0].isEmpty() && Character.isLetter(words[0].charAt(0))) {
        section = words[0];
        header(words);
      } else if (!words[0].isEmpty()) {
        entry(section, words);
      }
    }
    if (!weights.equals("EUC_2D") || capacity < 0 || coordinates.isEmpty()) {
      throw new IOException(
          "%s needs CAPACITY, NODE_COORD_SECTION and EDGE_WEIGHT_TYPE EUC_2D; it has %s and %d nodes."
              .formatted(file, weights, coordinates.size()));
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(node(depot));
    for (int number : coordinates.keySet()) {
      if (number != depot) {
        nodes.add(node(number));
      }
    }
    String family =
        file.toAbsolutePath().getParent() == null
            ? ""
            : String.valueOf(file.toAbsolutePath().getParent().getFileName());
    return new Instance(name, family, Kind.CAPACITY, Integer.MAX_VALUE, capacity, nodes);
  }

  private void header(String[] words) {
    if (words.length > 1 && words[0].equals("CAPACITY")) {
      capacity = Integer.parseInt(words[1]);
    } else if (words.length > 1 && words[0].equals("EDGE_WEIGHT_TYPE")) {
      weights = words[1];
    }
  }

  private void entry(String section, String[] words) {
    if (section.equals("NODE_COORD_SECTION")) {
      coordinates.put(
          Integer.valueOf(words[0]),
          new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])});
    } else if (section.equals("DEMAND_SECTION")) {
      demands.put(Integer.valueOf(words[0]), Integer.valueOf(words[1]));
    } else if (section.equals("DEPOT_SECTION") && !words[0].startsWith("-")) {
      depot = Integer.parseInt(words[0]);
    }
  }

  private Node node(int number) throws IOException {
    double[] at = coordinates.get(number);
    if (at == null) {
      throw new IOException("%s: node %d has no coordinates.".formatted(file, number));
    }
    return new Node(at[0], at[1], demands.getOrDefault(number, 0), 0, 1e9, 0, 0, 0);
  }
}
