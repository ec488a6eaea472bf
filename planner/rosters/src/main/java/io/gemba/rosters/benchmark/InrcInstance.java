package io.gemba.rosters.benchmark;

import io.gemba.rosters.engine.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the first international nurse rostering competition (Haspeslagh et al. 2010) in
 * its text form.
 *
 * @param name of the scheduling period
 * @param begins first day of the roster
 * @param days how many
 * @param shiftTypes in the order of the file
 * @param contracts by id
 * @param patterns unwanted ones, by id
 * @param staff in the order of the file
 * @param cover heads needed by weekday and shift id, exactly
 * @param requests wishes of all kinds
 */
public record InrcInstance(
    String name,
    LocalDate begins,
    int days,
    List<ShiftType> shiftTypes,
    Map<String, Contract> contracts,
    Map<String, Unwanted> patterns,
    List<Employee> staff,
    Map<DayOfWeek, Map<String, Integer>> cover,
    List<Request> requests)
    implements Benchmark {

  /** A shift, its hours and the skills it needs. */
  public record ShiftType(String id, boolean night, Hours hours, Set<String> skills) {}

  /** A limit with the weight of a unit beyond it; weight 0 = it is off. */
  public record Limit(int weight, int value) {}

  /** A contract of the competition. */
  public record Contract(Map<Rule, Limit> limits, List<DayOfWeek> weekend, List<String> patterns) {
    /** The weight of a rule, 0 = it is off. */
    int weight(Rule rule) {
      Limit limit = limits.get(rule);
      return limit == null ? 0 : limit.weight();
    }

    int value(Rule rule) {
      Limit limit = limits.get(rule);
      return limit == null ? 0 : limit.value();
    }
  }

  /** Rules of a contract, in the order of the file. */
  public enum Rule {
    /** One shift a day, always hard. */
    SINGLE,
    MOST_SHIFTS,
    LEAST_SHIFTS,
    MOST_WORKED,
    LEAST_WORKED,
    MOST_FREE,
    LEAST_FREE,
    MOST_WEEKENDS,
    LEAST_WEEKENDS,
    MOST_WEEKENDS_IN_FOUR_WEEKS,
    COMPLETE_WEEKENDS,
    IDENTICAL_WEEKENDS,
    NO_NIGHT_BEFORE_FREE_WEEKEND,
    TWO_FREE_DAYS_AFTER_NIGHTS,
    ALTERNATIVE_SKILL
  }

  /** A day of a pattern: a shift id, {@code Any} or {@code None}, on a weekday or any (null). */
  public record Element(String shift, @Nullable DayOfWeek day) {}

  /** An unwanted pattern. */
  public record Unwanted(int weight, List<Element> elements) {}

  /** A nurse. */
  public record Employee(String id, String contract, Set<String> skills) {}

  /** A wish: for or against work, of a shift or of any (null). */
  public record Request(
      String employee, int day, @Nullable String shift, boolean wanted, int weight) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is no such file
   */
  public static InrcInstance read(Path file) throws IOException {
    try {
      return new Reader(Files.readAllLines(file)).instance();
    } catch (IndexOutOfBoundsException | java.time.DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is no instance of the nurse rostering competition: %s"
              .formatted(file.getFileName(), e.getMessage()),
          e);
    }
  }

  @Override
  public List<String> employees() {
    return staff.stream().map(Employee::id).toList();
  }

  @Override
  public List<String> shifts() {
    List<String> ids = new ArrayList<>(List.of(""));
    shiftTypes.forEach(type -> ids.add(type.id()));
    return ids;
  }

  @Override
  public Problem problem() {
    return InrcProblem.of(this);
  }

  @Override
  public Score evaluate(String[][] roster) {
    return InrcEvaluator.evaluate(this, roster);
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return Optional.of(begins);
  }

  @Override
  public Map<String, Hours> hours() {
    Map<String, Hours> hours = new HashMap<>();
    shiftTypes.forEach(type -> hours.put(type.id(), type.hours()));
    return hours;
  }

  @Override
  public int need(int day, String shift) {
    return cover.getOrDefault(begins.plusDays(day).getDayOfWeek(), Map.of()).getOrDefault(shift, 0);
  }

  /** The sections of a file, by the first word of their titles. */
  private static final class Reader {
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

    Reader(List<String> lines) {
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
        Map<Rule, Limit> limits = new java.util.EnumMap<>(Rule.class);
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
      Map<DayOfWeek, Map<String, Integer>> cover = new java.util.EnumMap<>(DayOfWeek.class);
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
}
