package io.gemba.rosters.benchmark;

import io.gemba.rosters.engine.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** Date of the first day; empty where the file has none. */
  default Optional<LocalDate> firstDay() {
    return Optional.empty();
  }

  /** Hours of the shifts by id; what the file does not tell is not there. */
  default Map<String, Hours> hours() {
    return Map.of();
  }

  /** Heads that a day (0 = first) needs of a shift. */
  int need(int day, String shift);

  /** Local times; an end that is not after the start is on the next day. */
  record Hours(LocalTime start, LocalTime end) {}

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
