package io.gemba.standalone.bench;

import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterProgress;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.live.LiveRoster;
import io.gemba.rosters.live.Repair;
import io.gemba.rosters.live.Span;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * What a planner waits for when somebody calls in sick, on a made-up business of 100 people over 28
 * days and a warm JVM: repairs of single absences, and explanations. One row a kind of question.
 */
public final class RosterLiveBench {
  private static final int PEOPLE = 100;
  private static final int DAYS = 28;
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
  private static final int QUESTIONS = 200;
  private static final int WARM_UPS = 20;
  private static final int FEW_CELLS = 3;
  private static final int RESOLVES = 5;
  private static final double RESOLVE_SECONDS = 10;
  private static final long CHANGE_CENTS = 1_000;
  private static final String[][] SKILLS = {{"pick", "pack"}, {"produce", "clean"}};
  private static final String[] PLACES = {"hall", "plant"};

  private final double seconds;
  private final int threads;
  private final PrintStream out;
  private final Random random = new Random(1);

  /**
   * @param seconds time for the roster to begin with
   * @param threads of that search and of the comparison
   * @param out where rows and results are printed
   */
  public RosterLiveBench(double seconds, int threads, PrintStream out) {
    this.seconds = seconds;
    this.threads = threads;
    this.out = out;
  }

  /** Plans, then asks. */
  public void run() {
    RosterRequest request = request();
    List<Cell> cells = plan(request);
    LiveRoster live =
        new LiveRoster(request, cells, MONDAY.plusDays(6).atTime(12, 0), CHANGE_CENTS);
    List<Cell> upcoming =
        cells.stream().filter(cell -> cell.day().isAfter(MONDAY.plusDays(6))).toList();
    out.println("question,count,p50_ms,p99_ms");
    measure(
        "first repair",
        number -> {
          Cell cell = upcoming.get(random.nextInt(upcoming.size()));
          live.absence(cell.person(), cell.day(), cell.day(), 0, () -> false);
        });
    measure("surge", number -> live.surge(span(), 1 + random.nextInt(2), 0, () -> false));
    measure("why open", number -> live.whyOpen(span()));
    measure(
        "why this person",
        number -> {
          Cell cell = upcoming.get(random.nextInt(upcoming.size()));
          live.insteadOf(cell.person(), cell.day());
        });
    measure(
        "swap offers",
        number -> {
          Cell cell = upcoming.get(random.nextInt(upcoming.size()));
          live.swaps(cell.person(), cell.day(), 10);
        });
    measure(
        "edit by hand",
        number -> {
          Cell cell = upcoming.get(random.nextInt(upcoming.size()));
          live.price(List.of(new Cell(cell.person(), cell.day(), null, null)));
        });
    resolve(live, upcoming);
  }

  private Span span() {
    int place = random.nextInt(2);
    int from = 6 + random.nextInt(12);
    return new Span(
        PLACES[place],
        SKILLS[place][random.nextInt(2)],
        MONDAY.plusDays(7 + random.nextInt(DAYS - 7)),
        from,
        from + 4);
  }

  private void measure(String question, IntConsumer ask) {
    for (int i = 0; i < WARM_UPS; i++) {
      ask.accept(-1);
    }
    double[] millis = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long began = System.nanoTime();
      ask.accept(i);
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    out.printf(
        Locale.ROOT,
        "%s,%d,%.1f,%.1f%n",
        question,
        QUESTIONS,
        millis[QUESTIONS / 2],
        millis[QUESTIONS * 99 / 100]);
  }

  /** A second of repair against a search of the whole question anew. */
  private void resolve(LiveRoster live, List<Cell> upcoming) {
    double worst = Double.NEGATIVE_INFINITY;
    int small = 0;
    for (int i = 0; i < RESOLVES; i++) {
      Cell cell = upcoming.get(random.nextInt(upcoming.size()));
      Repair repair = live.absence(cell.person(), cell.day(), cell.day(), 0.9, () -> false);
      small += repair.change().moves().size() <= FEW_CELLS ? 1 : 0;
      RosterRequest now = repair.request();
      RosterResult anew =
          new RosterPlanner()
              .solve(
                  with(now, new Search(RESOLVE_SECONDS, null, 1, threads)),
                  RosterProgress.Listener.SILENT,
                  () -> false);
      double gap =
          100.0 * (repair.costCents() - anew.costs().totalCents()) / anew.costs().totalCents();
      worst = Math.max(worst, gap);
    }
    out.printf(
        Locale.ROOT,
        "repairs of 1 s: worst of %d against 10 s anew %.2f %%, at most %d changed cells in %d%n",
        RESOLVES,
        worst,
        FEW_CELLS,
        small);
  }

  private List<Cell> plan(RosterRequest request) {
    return new RosterPlanner()
            .solve(
                with(request, new Search(seconds, null, 1, threads)),
                RosterProgress.Listener.SILENT,
                () -> false)
            .assignments()
            .stream()
            .map(one -> new Cell(one.person(), one.day(), one.shift(), one.skill()))
            .toList();
  }

  private static RosterRequest with(RosterRequest request, Search search) {
    return new RosterRequest(
        request.firstDay(),
        request.days(),
        request.people(),
        request.shifts(),
        request.demand(),
        request.rules(),
        request.pins(),
        request.published(),
        search);
  }

  /** Two places, four skills, peaks by weekday and hour, some leave. */
  private RosterRequest request() {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(person(i));
    }
    List<Demand> demand = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int place = 0; place < 2; place++) {
        for (String skill : SKILLS[place]) {
          double peak = PEOPLE * 0.09 * (0.6 + day * 3 % 7 / 7.0 + random.nextDouble() / 3);
          demand.add(
              new Demand(PLACES[place], skill, MONDAY.plusDays(day), heads(peak), 4_500, 600));
        }
      }
    }
    return new RosterRequest(
        MONDAY,
        DAYS,
        people,
        List.of(shift("E", 6, 14), shift("D", 9, 17), shift("L", 14, 22), shift("K", 8, 12)),
        demand,
        new Rules(11, 5, 100),
        List.of(),
        null,
        Search.seconds(seconds, 1));
  }

  private Person person(int index) {
    List<LocalDate> away = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      if (random.nextInt(14) == 0) {
        away.add(MONDAY.plusDays(day));
      }
    }
    int contract = new int[] {20, 30, 40}[random.nextInt(3)];
    String[] skills = SKILLS[index % 2];
    return new Person(
        "p" + index,
        PLACES[index % 2],
        random.nextBoolean() ? List.of(skills) : List.of(skills[random.nextInt(2)]),
        contract,
        contract + 8,
        1_500 + random.nextInt(1_000),
        1.25,
        away,
        null);
  }

  private static Shift shift(String code, int start, int end) {
    return new Shift(code, LocalTime.of(start, 0), LocalTime.of(end, 0), 30, List.of(), List.of());
  }

  private List<Integer> heads(double peak) {
    List<Integer> heads = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      double shape = Math.exp(-Math.pow((hour - 11) / 4.0, 2)) + (hour > 15 ? 0.4 : 0);
      boolean open = hour >= 6 && hour < 22;
      heads.add(open ? (int) Math.round(peak * shape + random.nextDouble() / 2) : 0);
    }
    return heads;
  }
}
