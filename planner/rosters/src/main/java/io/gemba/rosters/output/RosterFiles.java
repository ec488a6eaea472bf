package io.gemba.rosters.output;

import io.gemba.message.Json;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.benchmark.Benchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * A roster in every form, beside each other: {@code NAME.json}, {@code NAME.csv}, {@code NAME.svg}
 * and a folder {@code NAME.ics} with one calendar a person.
 */
public final class RosterFiles {
  private final Path out;

  /**
   * @param out the JSON file; the others get its name with another ending
   */
  public RosterFiles(Path out) {
    this.out = out;
  }

  /**
   * Writes the roster of a request.
   *
   * @param zone zone of its local times
   * @param stamp when it was made
   */
  public void write(RosterRequest request, RosterResult result, ZoneId zone, Instant stamp)
      throws IOException {
    Files.write(out, Json.write(result));
    Files.writeString(beside(".csv"), RosterCsv.write(request, result));
    Files.writeString(beside(".svg"), RosterSvg.write(request, result));
    calendars(
        request.people().stream().map(RosterRequest.Person::id).toList(),
        person -> RosterCalendar.write(result, person, zone, stamp));
  }

  /**
   * Writes the roster of a public instance.
   *
   * @param firstDay date of its first day
   * @param stamp when it was made
   */
  public void write(Benchmark benchmark, BenchmarkRoster roster, LocalDate firstDay, Instant stamp)
      throws IOException {
    Files.write(out, Json.write(roster));
    Files.writeString(beside(".csv"), RosterCsv.write(benchmark.employees(), roster.shifts()));
    Files.writeString(beside(".svg"), BenchmarkSvg.write(benchmark, roster, firstDay));
    calendars(
        benchmark.employees(),
        person -> BenchmarkCalendar.write(benchmark, roster, person, firstDay, stamp));
  }

  private Path beside(String ending) {
    String stem = String.valueOf(out.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
    return out.resolveSibling(stem + ending);
  }

  private void calendars(List<String> people, Function<String, String> calendar)
      throws IOException {
    Path folder = Files.createDirectories(beside(".ics"));
    List<String> names = fileNames(people);
    for (int i = 0; i < names.size(); i++) {
      Files.writeString(folder.resolve(names.get(i)), calendar.apply(people.get(i)));
    }
  }

  /** One name a person that every file system takes; two people never share one. */
  static List<String> fileNames(List<String> people) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String person : people) {
      String plain = person.replaceAll("[^\\p{L}\\p{N}_-]", "_");
      String name = plain;
      for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
        name = plain + "-" + number;
      }
      names.add(name + ".ics");
    }
    return names;
  }
}
