package io.gemba.routes.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes plans in CVRPLIB's form: {@code Route #1: 3 8 5}, then {@code Cost 123.4}. */
public final class PlanFile {
  private PlanFile() {}

  /**
   * Writes one plan; an existing file is replaced.
   *
   * @param routes node numbers in order of visit, without the depot
   */
  public static void write(Path file, List<List<Integer>> routes, double distance)
      throws IOException {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (List<Integer> route : routes) {
      StringJoiner stops = new StringJoiner(" ");
      route.forEach(node -> stops.add(String.valueOf(node)));
      text.append("Route #").append(number++).append(": ").append(stops).append('\n');
    }
    boolean isWhole = distance == Math.rint(distance);
    text.append(String.format(Locale.ROOT, isWhole ? "Cost %.0f%n" : "Cost %.2f%n", distance));
    Files.writeString(file, text);
  }
}
