package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSearchTest {

  private static double cost(SegmentRoutes routes, Penalties penalties) {
    double sum = 0;
    for (int r = 0; r < routes.size.length; r++) {
      sum += routes.routeLength[r] + penalties.of(routes.warp[r], routes.excess(r));
    }
    return sum;
  }

  @ParameterizedTest(name = "seed {0}, windows {1}, symmetric {2}")
  @CsvSource({"1,true,true", "2,true,false", "3,false,true", "4,false,false", "5,true,true"})
  void descent_lowersTheCostAndRollbackRestores(long seed, boolean windows, boolean symmetric) {
    PlainProblem problem = TestProblems.random(seed, 50, windows, symmetric);
    SegmentRoutes routes = new SegmentRoutes(problem);
    RouteJournal journal = new RouteJournal(routes);
    Penalties penalties = new Penalties(2, 30);
    LocalSearch search =
        new LocalSearch(routes, new Neighbours(problem, 50, 20, 30), penalties, journal);
    int[][] start = new int[5][10];
    for (int i = 0; i < 50; i++) {
      start[i % 5][i / 5] = i + 1;
    }
    routes.set(start);
    int[] segments = routes.segments.clone();
    double before = cost(routes, penalties);

    journal.begin();
    for (int customer = 1; customer <= 50; customer++) {
      search.push(customer);
    }
    search.descend((byte) 0, 5);
    double after = cost(routes, penalties);
    double told =
        journal.change(RouteJournal.LENGTH)
            + penalties.warp * journal.change(RouteJournal.WARP)
            + penalties.excess * journal.change(RouteJournal.EXCESS);
    journal.rollback();

    assertThat(after).isLessThan(before * 0.8);
    assertThat(told).isCloseTo(after - before, org.assertj.core.api.Assertions.within(1e-3));
    assertThat(List.of(routes.customers(0), routes.customers(4)))
        .usingRecursiveComparison()
        .isEqualTo(List.of(start[0], start[4]));
    for (int customer = 1; customer <= 50; customer++) {
      int at = customer * SegmentRoutes.FIELDS;
      assertThat(java.util.Arrays.copyOfRange(routes.segments, at, at + SegmentRoutes.FIELDS))
          .isEqualTo(java.util.Arrays.copyOfRange(segments, at, at + SegmentRoutes.FIELDS));
    }
  }
}
