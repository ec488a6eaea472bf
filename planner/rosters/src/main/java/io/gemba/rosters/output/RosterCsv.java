package io.gemba.rosters.output;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.RosterResult.Assignment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row a person, one column a day, {@code shift/skill} in the cells; free days are empty. */
public final class RosterCsv {
  private RosterCsv() {}

  /** Writes a roster, with a head line, lines end with a line feed. */
  public static String write(RosterRequest request, RosterResult result) {
    Map<String, Map<LocalDate, String>> cells = new HashMap<>();
    for (Assignment shift : result.assignments()) {
      cells
          .computeIfAbsent(shift.person(), key -> new HashMap<>())
          .put(shift.day(), shift.shift() + "/" + shift.skill());
    }
    StringBuilder csv = new StringBuilder("person");
    for (int day = 0; day < request.days(); day++) {
      csv.append(',').append(request.firstDay().plusDays(day));
    }
    csv.append('\n');
    for (RosterRequest.Person person : request.people()) {
      csv.append(quoted(person.id()));
      Map<LocalDate, String> row = cells.getOrDefault(person.id(), Map.of());
      for (int day = 0; day < request.days(); day++) {
        csv.append(',').append(quoted(row.getOrDefault(request.firstDay().plusDays(day), "")));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  /**
   * Writes ids as they are, without a head line.
   *
   * @param people id of each row
   * @param rows one cell a day
   */
  public static String write(List<String> people, List<List<String>> rows) {
    StringBuilder csv = new StringBuilder();
    for (int row = 0; row < people.size(); row++) {
      csv.append(quoted(people.get(row)));
      rows.get(row).forEach(cell -> csv.append(',').append(quoted(cell)));
      csv.append('\n');
    }
    return csv.toString();
  }

  /** Quotes what needs it (RFC 4180). */
  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
