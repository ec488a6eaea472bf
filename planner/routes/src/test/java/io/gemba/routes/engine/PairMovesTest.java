package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A move is made exactly when all that is computed anew becomes cheaper, the routes' price too. */
class PairMovesTest {
  private static final int ROUTE_PRICE = 700;
  private static final int[][] PLAN = {{1, 2, 3, 4, 5}, {6}, {7, 8, 9}, {10, 11}, {}};

  private final Penalties penalties = new Penalties(2, 30);

  private double cost(SegmentRoutes routes) {
    double sum = 0;
    for (int r = 0; r < routes.size.length; r++) {
      sum += routes.routeLength[r] + penalties.of(routes.warp[r], routes.excess(r));
      sum += routes.size[r] > 0 ? ROUTE_PRICE : 0;
    }
    return sum;
  }

  private double cost(PlainProblem problem, int[]... plan) {
    SegmentRoutes routes = new SegmentRoutes(problem);
    routes.set(plan);
    return cost(routes);
  }

  private PairMoves moves(SegmentRoutes routes) {
    penalties.route = ROUTE_PRICE;
    RouteJournal journal = new RouteJournal(routes);
    journal.begin();
    return new PairMoves(routes, penalties, journal, new ChangedCustomers(routes.n));
  }

  private static int[] joined(int[] head, int headEnd, int[] tail, int tailFrom) {
    return IntStream.concat(
            Arrays.stream(head, 0, headEnd), Arrays.stream(tail, tailFrom, tail.length))
        .toArray();
  }

  private static int node(SegmentRoutes routes, int r, int place) {
    return place == 0 ? routes.sentinel(r) : PLAN[r][place - 1];
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void tails_areExchangedWhenThatIsCheaper(long seed) {
    PlainProblem problem = TestProblems.random(seed, 11, true, false);
    double before = cost(problem, PLAN);
    int made = 0;
    for (int r = 0; r < 4; r++) {
      for (int s = 0; s < 4; s++) {
        for (int i = 0; r != s && i <= PLAN[r].length; i++) {
          for (int j = i == 0 ? 1 : 0; j <= PLAN[s].length; j++) {
            int[][] changed = PLAN.clone();
            changed[r] = joined(PLAN[r], i, PLAN[s], j);
            changed[s] = joined(PLAN[s], j, PLAN[r], i);
            SegmentRoutes routes = new SegmentRoutes(problem);
            routes.set(PLAN);
            PairMoves pairs = moves(routes);
            double now = pairs.penaltyOf(r) + pairs.penaltyOf(s);

            boolean done = pairs.tails(node(routes, r, i), node(routes, s, j), now);

            double after = cost(problem, changed);
            assertThat(done).isEqualTo(after < before - Moves.LEAST_GAIN);
            assertThat(cost(routes)).isEqualTo(done ? after : before);
            made += done ? 1 : 0;
          }
        }
      }
    }
    assertThat(made).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void aCustomer_goesOverWhenThatIsCheaper(long seed) {
    PlainProblem problem = TestProblems.random(seed, 11, true, false);
    double before = cost(problem, PLAN);
    int made = 0;
    for (int r = 0; r < 4; r++) {
      for (int i = 0; i < PLAN[r].length; i++) {
        for (int s = 0; s < 5; s++) {
          for (int j = 0; r != s && j <= PLAN[s].length; j++) {
            int[][] changed = PLAN.clone();
            changed[r] = joined(PLAN[r], i, PLAN[r], i + 1);
            int[] one = {PLAN[r][i]};
            changed[s] = joined(joined(PLAN[s], j, one, 0), j + 1, PLAN[s], j);
            SegmentRoutes routes = new SegmentRoutes(problem);
            routes.set(PLAN);
            PairMoves pairs = moves(routes);
            double now = pairs.penaltyOf(r) + pairs.penaltyOf(s);
            int a = node(routes, s, j);

            boolean done = pairs.move(one[0], one[0], a, routes.next[a], now);

            double after = cost(problem, changed);
            assertThat(done).isEqualTo(after < before - Moves.LEAST_GAIN);
            assertThat(cost(routes)).isEqualTo(done ? after : before);
            made += done ? 1 : 0;
          }
        }
      }
    }
    assertThat(made).isPositive();
  }
}
