package io.gemba.rosters.benchmark;

import io.gemba.rosters.engine.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An instance of the employee shift scheduling benchmark (Curtois and Qu 2014) as its text file has
 * it.
 *
 * @param name name of the file without its ending
 * @param days length of the horizon, which begins on a Monday
 * @param shiftTypes in the order of the file
 * @param staff in the order of the file
 * @param on wishes to work a shift
 * @param off wishes not to work a shift
 * @param covers heads needed
 */
public record CurtoisInstance(
    String name,
    int days,
    List<ShiftType> shiftTypes,
    List<Employee> staff,
    List<Wish> on,
    List<Wish> off,
    List<Need> covers)
    implements Benchmark {

  /** A shift and those that must not follow on the next day. */
  public record ShiftType(String id, int minutes, Set<String> notAfterwards) {}

  /** An employee with the limits of the file and the days off, 0 = first. */
  public record Employee(
      String id,
      Map<String, Integer> mostShifts,
      int mostMinutes,
      int leastMinutes,
      int mostConsecutive,
      int leastConsecutive,
      int leastConsecutiveOff,
      int mostWeekends,
      Set<Integer> daysOff) {}

  /** Somebody's wish for a day. */
  public record Wish(String employee, int day, String shift, int weight) {}

  /** Heads needed for a shift of a day. */
  public record Need(int day, String shift, int heads, int under, int over) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static CurtoisInstance read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.txt$", "");
    return new Reader(name).read(Files.readAllLines(file));
  }

  @Override
  public List<String> employees() {
    return staff.stream().map(Employee::id).toList();
  }

  @Override
  public List<String> shifts() {
    List<String> ids = new ArrayList<>(List.of(""));
    shiftTypes.forEach(shift -> ids.add(shift.id()));
    return ids;
  }

  @Override
  public Problem problem() {
    return CurtoisProblem.of(this);
  }

  @Override
  public Score evaluate(String[][] roster) {
    return CurtoisEvaluator.evaluate(this, roster);
  }

  @Override
  public int need(int day, String shift) {
    return covers.stream()
        .filter(need -> need.day() == day && need.shift().equals(shift))
        .mapToInt(Need::heads)
        .sum();
  }

  /** The sections of a file. */
  private static final class Reader {
    private final String name;
    private final Map<String, List<String[]>> sections = new HashMap<>();

    Reader(String name) {
      this.name = name;
    }

    CurtoisInstance read(List<String> lines) {
      List<String[]> section = new ArrayList<>();
      int number = 0;
      for (String raw : lines) {
        number++;
        String line = raw.strip();
        if (line.startsWith("SECTION_")) {
          section = sections.computeIfAbsent(line, key -> new ArrayList<>());
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          section.add(line.split(",", -1));
        }
      }
      try {
        return instance();
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            "%s is no shift scheduling instance (%d lines): %s. Maybe it is of another family."
                .formatted(name, number, e.getMessage()),
            e);
      }
    }

    private List<String[]> section(String title) {
      return sections.getOrDefault("SECTION_" + title, List.of());
    }

    private CurtoisInstance instance() {
      if (section("HORIZON").isEmpty()) {
        throw new IllegalArgumentException(
            "%s has no SECTION_HORIZON. Maybe it is of another family.".formatted(name));
      }
      int days = Integer.parseInt(section("HORIZON").get(0)[0].strip());
      List<ShiftType> shifts = new ArrayList<>();
      for (String[] row : section("SHIFTS")) {
        shifts.add(new ShiftType(row[0], number(row[1]), split(row[2])));
      }
      Map<String, Set<Integer>> daysOff = new HashMap<>();
      for (String[] row : section("DAYS_OFF")) {
        Set<Integer> off = daysOff.computeIfAbsent(row[0], key -> new HashSet<>());
        Arrays.stream(row).skip(1).forEach(day -> off.add(number(day)));
      }
      List<Need> covers = new ArrayList<>();
      for (String[] row : section("COVER")) {
        covers.add(
            new Need(number(row[0]), row[1], number(row[2]), number(row[3]), number(row[4])));
      }
      return new CurtoisInstance(
          name,
          days,
          List.copyOf(shifts),
          staff(daysOff),
          wishes("SHIFT_ON_REQUESTS"),
          wishes("SHIFT_OFF_REQUESTS"),
          List.copyOf(covers));
    }

    private List<Employee> staff(Map<String, Set<Integer>> daysOff) {
      List<Employee> staff = new ArrayList<>();
      for (String[] row : section("STAFF")) {
        Map<String, Integer> most = new HashMap<>();
        for (String limit : split(row[1])) {
          most.put(limit.substring(0, limit.indexOf('=')), number(limit.split("=", -1)[1]));
        }
        staff.add(
            new Employee(
                row[0],
                Map.copyOf(most),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                Set.copyOf(daysOff.getOrDefault(row[0], Set.of()))));
      }
      return List.copyOf(staff);
    }

    private List<Wish> wishes(String title) {
      return section(title).stream()
          .map(row -> new Wish(row[0], number(row[1]), row[2], number(row[3])))
          .toList();
    }

    private static Set<String> split(String text) {
      return text.isBlank() ? Set.of() : Set.of(text.strip().split("\\|", -1));
    }

    private static int number(String text) {
      return Integer.parseInt(text.strip());
    }
  }
}
