package io.gemba.rosters.benchmark;

import io.gemba.rosters.benchmark.Benchmark.Hours;
import io.gemba.rosters.benchmark.InrcInstance.Contract;
import io.gemba.rosters.benchmark.InrcInstance.Element;
import io.gemba.rosters.benchmark.InrcInstance.Employee;
import io.gemba.rosters.benchmark.InrcInstance.Limit;
import io.gemba.rosters.benchmark.InrcInstance.Request;
import io.gemba.rosters.benchmark.InrcInstance.Rule;
import io.gemba.rosters.benchmark.InrcInstance.ShiftType;
import io.gemba.rosters.benchmark.InrcInstance.Unwanted;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the text form of the first international nurse rostering competition: sections by the first
 * word of their titles.
 */
final class InrcReader {
  private static final List<String> TITLES =
      List.of(
          "SCHEDULING_PERIOD",
          "SKILLS",
          "SHIFT_TYPES",
          "CONTRACTS",
          "PATTERNS",
          "EMPLOYEES",
          "DAY_OF_WEEK_COVER",
          "DATE_SPECIFIC_COVER",
          "DAY_OFF_REQUESTS",
          "DAY_ON_REQUESTS",
          "SHIFT_OFF_REQUESTS",
          "SHIFT_ON_REQUESTS");

  private final Map<String, List<String[]>> sections = new HashMap<>();

  InrcReader(List<String> lines) {
    List<String[]> section = new ArrayList<>();
    for (String raw : lines) {
      String line = raw.strip().replaceFirst(";$", "");
      String title = line.replaceFirst("[ =].*$", "");
      if (TITLES.contains(title)) {
        section = new ArrayList<>();
        sections.put(title, section);
      } else if (!line.isEmpty() && !line.startsWith("//")) {
        section.add(line.split(", *", -1));
      }
    }
  }

  private List<String[]> section(String title) {
    return sections.getOrDefault(title, List.of());
  }

  InrcInstance instance() {
    String[] period = section("SCHEDULING_PERIOD").get(0);
    LocalDate first = LocalDate.parse(period[1].strip());
    LocalDate last = LocalDate.parse(period[2].strip());
    if (!section("DATE_SPECIFIC_COVER").isEmpty()) {
      throw new IllegalArgumentException("Cover of single dates is not read.");
    }
    List<ShiftType> shifts = new ArrayList<>();
    for (String[] row : section("SHIFT_TYPES")) {
      boolean night = row[1].toLowerCase(Locale.ROOT).startsWith("night");
      Hours hours = new Hours(LocalTime.parse(row[2].strip()), LocalTime.parse(row[3].strip()));
      shifts.add(new ShiftType(row[0], night, hours, Set.of(row[5].strip().split(" +", -1))));
    }
    return new InrcInstance(
        period[0],
        first,
        (int) ChronoUnit.DAYS.between(first, last) + 1,
        List.copyOf(shifts),
        contracts(),
        patterns(),
        staff(),
        cover(),
        requests(first));
  }

  private Map<String, Contract> contracts() {
    Map<String, Contract> contracts = new HashMap<>();
    for (String[] row : section("CONTRACTS")) {
      Map<Rule, Limit> limits = new EnumMap<>(Rule.class);
      int column = 2;
      List<DayOfWeek> weekend = List.of();
      for (Rule rule : Rule.values()) {
        if (rule == Rule.COMPLETE_WEEKENDS) {
          weekend = weekend(row[column++]);
        }
        limits.put(rule, limit(row[column++]));
      }
      List<String> own = new ArrayList<>();
      for (int i = column + 1; i < row.length; i++) {
        own.addAll(List.of(row[i].strip().split(" +", -1)));
      }
      own.removeIf(String::isEmpty);
      contracts.put(row[0], new Contract(limits, weekend, own));
    }
    return contracts;
  }

  private static Limit limit(String text) {
    String[] part = text.strip().replaceAll("[()]", "").split("\\|", -1);
    int weight = part[0].equals("1") ? Integer.parseInt(part[1]) : 0;
    return new Limit(weight, part.length > 2 ? Integer.parseInt(part[2]) : 0);
  }

  private static List<DayOfWeek> weekend(String text) {
    List<DayOfWeek> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (text.toUpperCase(Locale.ROOT).contains(day.name())) {
        days.add(day);
      }
    }
    return days;
  }

  private Map<String, Unwanted> patterns() {
    Map<String, Unwanted> patterns = new HashMap<>();
    for (String[] row : section("PATTERNS")) {
      List<Element> elements = new ArrayList<>();
      for (String text : row[2].strip().split(" +", -1)) {
        if (text.startsWith("(")) {
          String[] part = text.replaceAll("[()]", "").split("\\|", -1);
          boolean anyDay = part[1].equals("Any");
          elements.add(
              new Element(
                  part[0], anyDay ? null : DayOfWeek.valueOf(part[1].toUpperCase(Locale.ROOT))));
        }
      }
      patterns.put(row[0], new Unwanted(Integer.parseInt(row[1]), elements));
    }
    return patterns;
  }

  private List<Employee> staff() {
    List<Employee> staff = new ArrayList<>();
    for (String[] row : section("EMPLOYEES")) {
      staff.add(new Employee(row[0], row[2], Set.of(row[4].strip().split(" +", -1))));
    }
    return List.copyOf(staff);
  }

  private Map<DayOfWeek, Map<String, Integer>> cover() {
    Map<DayOfWeek, Map<String, Integer>> cover = new EnumMap<>(DayOfWeek.class);
    for (String[] row : section("DAY_OF_WEEK_COVER")) {
      cover
          .computeIfAbsent(
              DayOfWeek.valueOf(row[0].toUpperCase(Locale.ROOT)), key -> new HashMap<>())
          .put(row[1], Integer.parseInt(row[2].strip()));
    }
    return cover;
  }

  private List<Request> requests(LocalDate first) {
    List<Request> requests = new ArrayList<>();
    Set<String> kinds = new HashSet<>(Set.of("DAY_OFF", "DAY_ON", "SHIFT_OFF", "SHIFT_ON"));
    for (String kind : kinds) {
      boolean ofShift = kind.startsWith("SHIFT");
      for (String[] row : section(kind + "_REQUESTS")) {
        requests.add(
            new Request(
                row[0],
                (int) ChronoUnit.DAYS.between(first, LocalDate.parse(row[1])),
                ofShift ? row[2] : null,
                kind.endsWith("ON"),
                Integer.parseInt(row[ofShift ? 3 : 2].strip())));
      }
    }
    return List.copyOf(requests);
  }
}
