package io.gemba.rosters;

import io.gemba.rosters.Contract.OvertimeStep;
import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest.Break;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Notice;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.PriceStep;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterRequest.Wish;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random requests that use everything a request can say. */
public final class RichRosters {
  private final Random random;
  private final RosterRequest plain;

  private RichRosters(long seed, int people, int days, Search search) {
    random = new Random(seed);
    plain = TestRosters.withoutSomeDemand(TestRosters.random(seed, people, days, search));
  }

  /** Contracts, levels, wishes, pairs, breaks, quarter hours, price steps, notices, fairness. */
  public static RosterRequest random(long seed, int people, int days, Search search) {
    return new RichRosters(seed, people, days, search).request();
  }

  private RosterRequest request() {
    List<Shift> shifts =
        List.of(
            new Shift(
                "E",
                LocalTime.of(6, 0),
                LocalTime.of(14, 0),
                0,
                List.of(),
                List.of(),
                List.of(new Break(120, 15, true), new Break(240, 30, false))),
            TestRosters.shift("L", 14, 22),
            new Shift(
                "N",
                LocalTime.of(22, 30),
                LocalTime.of(6, 15),
                15,
                List.of(),
                List.of(),
                List.of(new Break(90, 30, random.nextBoolean()))),
            TestRosters.shift("K", 9, 13));
    List<Person> people = plain.people().stream().map(this::person).toList();
    List<Demand> demand = new ArrayList<>();
    for (Demand row : plain.demand()) {
      demand.add(demand(row));
      boolean known =
          people.stream()
              .anyMatch(one -> one.skills().contains(row.skill()) && one.level(row.skill()) > 1);
      if (known && random.nextInt(3) == 0) {
        demand.add(
            new Demand(
                row.place(),
                row.skill(),
                row.day(),
                Collections.nCopies(24, random.nextInt(2)),
                3_000,
                0,
                2,
                List.of(),
                List.of()));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i + 2 < people.size(); i += 2) {
      Long price = random.nextBoolean() ? null : Long.valueOf(300L + random.nextInt(500));
      pairs.add(new Pair(people.get(i).id(), people.get(i + 2).id(), random.nextBoolean(), price));
    }
    return new RosterRequest(
        plain.firstDay(),
        plain.days(),
        people,
        shifts,
        demand,
        new Rules(11, 5, random.nextInt(2) * 100L, 700, 900),
        List.of(),
        published(people, shifts),
        plain.search(),
        pairs);
  }

  private Demand demand(Demand row) {
    int perHour = new int[] {1, 2, 3, 4}[random.nextInt(4)];
    List<Integer> heads = new ArrayList<>();
    for (int at = 0; at < 24 * perHour; at++) {
      heads.add(row.heads().get(at / perHour) + (random.nextInt(6) == 0 ? 1 : 0));
    }
    return new Demand(
        row.place(),
        row.skill(),
        row.day(),
        heads,
        row.underCentsPerHour(),
        row.overCentsPerHour(),
        0,
        List.of(new PriceStep(1, 6_000), new PriceStep(2 + random.nextInt(2), 9_000)),
        random.nextBoolean() ? List.of() : List.of(new PriceStep(1, 1_100)));
  }

  private Person person(Person plainly) {
    History history = null;
    if (random.nextInt(3) > 0) {
      int worked = random.nextInt(3);
      Integer free = worked == 0 && random.nextBoolean() ? Integer.valueOf(1) : null;
      List<String> codes = List.of("N", "-", "E", "-", "L", "E").subList(0, random.nextInt(6));
      history = new History(null, worked, free, codes);
    }
    // most have the same contract hours, so that fairness has whom to compare
    boolean own = random.nextInt(4) == 0;
    List<Wish> wishes = new ArrayList<>();
    for (int day = 0; day < plain.days(); day++) {
      if (random.nextInt(4) == 0) {
        wishes.add(
            new Wish(
                plain.firstDay().plusDays(day),
                random.nextBoolean() ? null : "E",
                random.nextBoolean(),
                random.nextInt(900)));
      }
    }
    return new Person(
        plainly.id(),
        plainly.place(),
        plainly.skills(),
        own ? plainly.contractHours() : 30,
        own ? plainly.maximumHours() : 40,
        plainly.hourlyCents(),
        plainly.overtimeFactor(),
        plainly.unavailable(),
        history,
        random.nextBoolean() ? Map.of() : Map.of(plainly.skills().get(0), 1 + random.nextInt(2)),
        random.nextInt(4) == 0 ? null : contract(),
        wishes);
  }

  private Contract contract() {
    Pattern nightThenEarly = new Pattern(List.of(List.of("N"), List.of("-"), List.of("E")), null);
    Pattern single = new Pattern(List.of(List.of("-"), List.of("*"), List.of("-")), 400L);
    Pattern lateThenAny = new Pattern(List.of(List.of("L"), List.of(), List.of("E", "K")), 250L);
    return new Contract(
        range(600, 2_400),
        range(900, 3_500),
        range(1, 4),
        range(2, 4),
        range(2, 3),
        range(0, 1),
        range(1, 2),
        random.nextBoolean() ? null : Double.valueOf(12.5),
        random.nextInt(4) == 0 ? List.of() : List.of(nightThenEarly, single, lateThenAny),
        random.nextBoolean()
            ? List.of()
            : List.of(new OvertimeStep(2, 1.5), new OvertimeStep(4.5, 2)));
  }

  private @Nullable Range range(int least, int most) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> new Range(Math.max(1, least), null);
      case 2 -> new Range(null, Math.max(1, most));
      default -> new Range(Math.max(1, least), Math.max(1, most));
    };
  }

  private Published published(List<Person> people, List<Shift> shifts) {
    List<Cell> cells = new ArrayList<>();
    for (Person person : people) {
      for (int day = 0; day < plain.days(); day++) {
        if (random.nextBoolean()) {
          cells.add(
              new Cell(
                  person.id(),
                  plain.firstDay().plusDays(day),
                  shifts.get(random.nextInt(shifts.size())).code(),
                  person.skills().get(0)));
        }
      }
    }
    return new Published(
        cells,
        plain.firstDay(),
        plain.firstDay().plusDays(plain.days() - 2L),
        200,
        plain.firstDay().minusDays(random.nextInt(3)),
        List.of(new Notice(2, 900), new Notice(5, 500)));
  }

  /** The same with some cells pinned, also against leave, skills and every limit. */
  public static RosterRequest withPins(RosterRequest request, long seed) {
    Random random = new Random(seed);
    List<Cell> pins = new ArrayList<>();
    String[] skills = {"pick", "pack", "produce", "clean"};
    for (Person person : request.people()) {
      for (int day = 0; day < request.days(); day++) {
        if (random.nextInt(10) == 0) {
          pins.add(
              new Cell(
                  person.id(),
                  request.firstDay().plusDays(day),
                  request.shifts().get(random.nextInt(request.shifts().size())).code(),
                  skills[random.nextInt(skills.length)]));
        }
      }
    }
    return TestRosters.withPins(request, pins);
  }
}
