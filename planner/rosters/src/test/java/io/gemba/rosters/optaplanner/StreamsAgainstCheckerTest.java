package io.gemba.rosters.optaplanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.rosters.RichRosters;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.TestRosters;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolutionUpdatePolicy;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.EnvironmentMode;

/** Constraint streams and checker share no code and must agree on every roster, legal or not. */
class StreamsAgainstCheckerTest {
  private static final int ROSTERS_PER_SEED = 25;

  private final SolutionManager<RosterPlan, HardSoftLongScore> streams =
      SolutionManager.create(SolverFactory.<RosterPlan>create(RosterSearch.config()));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyRoster_isScoredTheSame(long seed) {
    Random random = new Random(seed);
    RosterRequest plain =
        TestRosters.withoutSomeDemand(TestRosters.random(seed, 6, 10, Search.seconds(1, seed)));
    RosterModel free = new RosterModel(plain);
    RosterRequest request = withPinsAndPublished(plain, free, random);

    comparesEqual(request, random);
  }

  /** Everything that a request can say. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyRosterOfARichRequest_isScoredTheSame(long seed) {
    RosterRequest rich = RichRosters.random(seed, 6, 11, Search.seconds(1, seed));

    comparesEqual(RichRosters.withPins(rich, seed), new Random(seed));
  }

  private void comparesEqual(RosterRequest request, Random random) {
    RosterModel model = new RosterModel(request);

    for (int i = 0; i < ROSTERS_PER_SEED; i++) {
      Duty[][] roster = anything(model, random);
      RosterPlan plan = new RosterPlan(model, roster);

      HardSoftLongScore score = streams.update(plan, SolutionUpdatePolicy.UPDATE_SCORE_ONLY);

      Assessment assessed = RosterChecker.assess(request, model.cells(roster));
      assertThat(-score.hardScore()).as("hard, roster %d", i).isEqualTo(assessed.hardWeight());
      assertThat(-score.softScore()).as("soft, roster %d", i).isEqualTo(assessed.centMinutes());
      assertThat(assessed.hardWeight() == 0).isEqualTo(assessed.violations().isEmpty());
    }
  }

  @ParameterizedTest(name = "rich {0}")
  @ValueSource(booleans = {false, true})
  void searchUnderFullAssertion_corruptsNoScore(boolean rich) {
    Search limit = new Search(60, 60, 3);
    RosterRequest request =
        rich ? RichRosters.random(3, 6, 9, limit) : TestRosters.random(3, 6, 9, limit);
    RosterModel model = new RosterModel(request);
    RosterSearch search = new RosterSearch(model, request.search(), () -> false);
    var solver =
        SolverFactory.<RosterPlan>create(
                search.limited().withEnvironmentMode(EnvironmentMode.FULL_ASSERT))
            .buildSolver();

    RosterPlan best = solver.solve(new RosterPlan(model, allFree(model)));

    assertThat(best.score()).isNotNull();
    for (PersonDay day : best.days()) {
      assertThat(day.frame().range()).contains(day.getDuty());
    }
  }

  @Test
  void drools_isNotThere() {
    assertThatThrownBy(() -> Class.forName("org.drools.core.RuleBaseConfiguration"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(
            () ->
                Class.forName(
                    "org.optaplanner.constraint.streams.drools.DroolsConstraintStreamScoreDirectorFactory"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private static Duty[][] anything(RosterModel model, Random random) {
    Duty[][] roster = allFree(model);
    for (List<DayFrame> row : model.frames()) {
      for (DayFrame frame : row) {
        int choice = random.nextInt(frame.range().size());
        boolean free = random.nextInt(3) == 0 && !frame.pinned();
        roster[frame.employee().index()][frame.day()] = frame.range().get(free ? 0 : choice);
      }
    }
    return roster;
  }

  private static Duty[][] allFree(RosterModel model) {
    Duty[][] roster = new Duty[model.frames().size()][model.request().days()];
    for (List<DayFrame> row : model.frames()) {
      for (DayFrame frame : row) {
        roster[frame.employee().index()][frame.day()] = frame.range().get(0);
      }
    }
    return roster;
  }

  /** Pins some cells, also against leave and skills, and publishes some others. */
  private static RosterRequest withPinsAndPublished(
      RosterRequest plain, RosterModel model, Random random) {
    List<Cell> pins = new ArrayList<>();
    List<Cell> published = new ArrayList<>();
    String[] skills = {"pick", "pack", "produce", "clean"};
    for (List<DayFrame> row : model.frames()) {
      for (DayFrame frame : row) {
        Cell cell =
            new Cell(
                frame.employee().person().id(),
                plain.firstDay().plusDays(frame.day()),
                plain.shifts().get(random.nextInt(plain.shifts().size())).code(),
                skills[random.nextInt(skills.length)]);
        if (random.nextInt(8) == 0) {
          pins.add(cell);
        }
        if (random.nextBoolean()) {
          published.add(cell);
        }
      }
    }
    Published before =
        new Published(published, plain.firstDay().plusDays(1), plain.firstDay().plusDays(7), 700);
    return TestRosters.withPublished(TestRosters.withPins(plain, pins), before);
  }
}
