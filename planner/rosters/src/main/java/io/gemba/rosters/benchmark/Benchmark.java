package io.gemba.rosters.benchmark;

import io.gemba.rosters.engine.Problem;
import java.util.List;

/** An instance of a benchmark family. */
public interface Benchmark {
  /** Its name, as in the file's. */
  String name();

  /** Ids of the employees, in the order of the problem's rows. */
  List<String> employees();

  /** Ids of the shifts by value of the problem; the first is the free day, an empty text. */
  List<String> shifts();

  /** The instance for the engine. */
  Problem problem();

  /**
   * Prices a roster by the family's own rules, from the file's data alone.
   *
   * @param roster shift id of each employee and day, {@code [employee][day]}; empty = free
   */
  Score evaluate(String[][] roster);

  /** Violations of the rules that must hold, and the family's objective. */
  record Score(long hard, long cost) {}

  /** A roster of the engine in the ids of the file. */
  default String[][] ids(short[] roster) {
    int days = problem().days();
    String[][] ids = new String[employees().size()][days];
    for (int row = 0; row < ids.length; row++) {
      for (int day = 0; day < days; day++) {
        ids[row][day] = shifts().get(roster[row * days + day]);
      }
    }
    return ids;
  }
}
