package io.gemba.rosters;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequest.Shift;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Requests for tests. */
public final class TestRosters {
  public static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  public static final Shift EARLY = shift("E", 6, 14);
  public static final Shift LATE = shift("L", 14, 22);
  public static final Shift NIGHT = shift("N", 22, 6);
  public static final Rules RULES = new Rules(11, 5, 100);

  private TestRosters() {}

  public static Shift shift(String code, int start, int end) {
    return new Shift(code, LocalTime.of(start, 0), LocalTime.of(end, 0), 30, List.of(), List.of());
  }

  /** 40 contract hours, at most 48, 20 an hour, half more above the contract. */
  public static Person person(String id, String... skills) {
    return TestPerson.named(id, skills).build();
  }

  /** The same heads in all hours from six to two, 40 an hour under, 5 over. */
  public static Demand demand(String skill, LocalDate day, int heads) {
    List<Integer> hours =
        IntStream.range(0, 24).mapToObj(hour -> hour >= 6 && hour < 14 ? heads : 0).toList();
    return new Demand("hall", skill, day, hours, 4_000, 500);
  }

  public static RosterRequest request(int days, List<Person> people, List<Demand> demand) {
    return new RosterRequest(
        MONDAY,
        days,
        people,
        List.of(EARLY, LATE, NIGHT),
        demand,
        RULES,
        List.of(),
        null,
        new Search(30, 300, 1));
  }

  public static RosterRequest withPins(RosterRequest request, List<Cell> pins) {
    return TestRequest.from(request).pins(pins).build();
  }

  public static RosterRequest withPublished(RosterRequest request, Published published) {
    return TestRequest.from(request).published(published).build();
  }

  public static RosterRequest withSearch(RosterRequest request, Search search) {
    return TestRequest.from(request).search(search).build();
  }

  /** Every fifth demand is left out, as on days when a place is closed. */
  public static RosterRequest withoutSomeDemand(RosterRequest request) {
    List<Demand> demand = new ArrayList<>();
    for (int i = 0; i < request.demand().size(); i++) {
      if (i % 5 != 0) {
        demand.add(request.demand().get(i));
      }
    }
    return TestRequest.from(request).demand(demand).build();
  }

  /** A business like the demo's: two places, four skills, peaks by weekday and hour, some leave. */
  public static RosterRequest random(long seed, int people, int days, Search search) {
    Random random = new Random(seed);
    String[][] skills = {{"pick", "pack"}, {"produce", "clean"}};
    List<Person> staff = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      staff.add(randomPerson(random, i, i % 2 == 0 ? "hall" : "plant", skills[i % 2], days));
    }
    List<Demand> demand = new ArrayList<>();
    double level = people * 0.12;
    for (int day = 0; day < days; day++) {
      for (int place = 0; place < 2; place++) {
        for (String skill : skills[place]) {
          double peak = level * (0.6 + (day * 3 % 7) / 7.0 + random.nextDouble() / 3);
          demand.add(
              new Demand(
                  place == 0 ? "hall" : "plant",
                  skill,
                  MONDAY.plusDays(day),
                  hours(random, peak),
                  4_500,
                  600));
        }
      }
    }
    List<Shift> shifts =
        List.of(
            shift("E", 6, 14),
            shift("D", 9, 17),
            shift("L", 14, 22),
            shift("N", 22, 6),
            shift("K", 6, 10));
    return new RosterRequest(MONDAY, days, staff, shifts, demand, RULES, List.of(), null, search);
  }

  private static List<Integer> hours(Random random, double peak) {
    List<Integer> heads = new ArrayList<>(Collections.nCopies(24, 0));
    for (int hour = 6; hour < 22; hour++) {
      double shape = Math.exp(-Math.pow((hour - 11) / 4.0, 2)) + (hour > 15 ? 0.4 : 0);
      heads.set(hour, (int) Math.round(peak * shape + random.nextDouble() / 2));
    }
    heads.set(23, random.nextInt(3) == 0 ? 1 : 0);
    return heads;
  }

  private static Person randomPerson(
      Random random, int index, String place, String[] skills, int days) {
    List<LocalDate> away = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      if (random.nextInt(12) == 0) {
        away.add(MONDAY.plusDays(day));
      }
    }
    int contract = new int[] {20, 30, 40}[random.nextInt(3)];
    History history =
        random.nextInt(3) == 0
            ? new History(MONDAY.atTime(random.nextInt(3), 15), 1 + random.nextInt(4))
            : null;
    return new Person(
        "p" + index,
        place,
        random.nextBoolean() ? List.of(skills) : List.of(skills[random.nextInt(2)]),
        contract,
        contract + 8,
        1_500 + random.nextInt(1_000),
        1.25,
        away,
        history);
  }
}
