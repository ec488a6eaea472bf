package io.gemba.rosters.benchmark;

import io.gemba.rosters.engine.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
      return new InrcReader(Files.readAllLines(file)).instance();
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
}
