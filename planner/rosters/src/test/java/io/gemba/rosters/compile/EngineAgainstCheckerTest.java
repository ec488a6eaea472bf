package io.gemba.rosters.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RichRosters;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequestErrors;
import io.gemba.rosters.TestRosters;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.engine.Problem;
import io.gemba.rosters.model.RosterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Engine and checker share no code and must agree on every roster, legal or not. The streams are
 * held against the same checker, so all three agree.
 */
class EngineAgainstCheckerTest {
  private static final int ROSTERS_PER_SEED = 250;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyRoster_isPricedTheSame(long seed) {
    Random random = new Random(seed);
    RosterRequest plain =
        TestRosters.withoutSomeDemand(TestRosters.random(seed, 6, 10, Search.seconds(1, seed)));
    RosterRequest request = withPinsAndPublished(plain, random);

    comparesEqual(request, random);
  }

  /** Everything that a request can say, with days enough for two weekends. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyRosterOfARichRequest_isPricedTheSame(long seed) {
    RosterRequest rich = RichRosters.random(seed, 6, 11, Search.seconds(1, seed));

    assertThat(RosterRequestErrors.list(rich)).isEmpty();
    comparesEqual(RichRosters.withPins(rich, seed), new Random(seed));
  }

  private static void comparesEqual(RosterRequest request, Random random) {
    RosterModel model = new RosterModel(request);
    CompiledRoster compiled = Objects.requireNonNull(CompiledRoster.of(model));

    for (int i = 0; i < ROSTERS_PER_SEED; i++) {
      short[] roster = compiled.problem().emptyRoster();
      double share = random.nextDouble();
      for (int cell = 0; cell < roster.length; cell++) {
        if (random.nextDouble() < share) {
          roster[cell] = (short) compiled.problem().randomOpen(cell, random);
        }
      }
      Assessment assessed = RosterChecker.assess(request, model.cells(compiled.duties(roster)));
      assertThat(compiled.problem().price(roster))
          .as("roster %d", i)
          .isEqualTo(new Problem.Total(assessed.hardWeight(), assessed.centMinutes()));
      assertThat(compiled.roster(compiled.duties(roster))).isEqualTo(roster);
    }
  }

  @Test
  void restOverManyDays_isNotCompiled() {
    RosterRequest request = TestRosters.random(1, 3, 7, Search.seconds(1, 1));
    RosterRequest restful =
        new RosterRequest(
            request.firstDay(),
            request.days(),
            request.people(),
            request.shifts(),
            request.demand(),
            new Rules(72, 5, 0),
            List.of(),
            null,
            request.search());

    assertThat(CompiledRoster.of(new RosterModel(restful))).isNull();
  }

  /** Pins some cells, also against leave and skills, and publishes some others. */
  private static RosterRequest withPinsAndPublished(RosterRequest plain, Random random) {
    List<Cell> pins = new ArrayList<>();
    List<Cell> published = new ArrayList<>();
    String[] skills = {"pick", "pack", "produce", "clean"};
    for (RosterRequest.Person person : plain.people()) {
      for (int day = 0; day < plain.days(); day++) {
        Cell cell =
            new Cell(
                person.id(),
                plain.firstDay().plusDays(day),
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
