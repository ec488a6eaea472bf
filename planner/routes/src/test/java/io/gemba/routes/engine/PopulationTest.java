package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final int CUSTOMERS = 30;

  private final Population population = new Population(CUSTOMERS, new FastRandom(1));

  /** All customers in a shuffled order, ten a route. */
  private static PlainPlan plan(long seed, long length) {
    List<Integer> order = new ArrayList<>(IntStream.rangeClosed(1, CUSTOMERS).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    int[][] routes = new int[3][];
    for (int r = 0; r < routes.length; r++) {
      routes[r] = order.subList(10 * r, 10 * r + 10).stream().mapToInt(c -> c).toArray();
    }
    return new PlainPlan(routes, length, 0);
  }

  private List<Long> drawn(int draws) {
    return IntStream.range(0, draws).mapToObj(i -> population.parent().plan.length()).toList();
  }

  @Test
  void samePlanTwice_isKeptOnce() {
    population.add(plan(1, 100));
    population.add(plan(1, 100));
    population.add(plan(2, 100));

    assertThat(population.size()).isEqualTo(2);
  }

  @Test
  void aGenerationTooMany_leavesTheShortestPlans() {
    for (int i = 0; i < 66; i++) {
      population.add(plan(i, 1000 + i));
    }

    assertThat(population.size()).isEqualTo(25);
    assertThat(drawn(2_000)).contains(1000L, 1001L, 1002L, 1003L);
  }

  @Test
  void plansThatAreAllAlike_makeRoomForLongerOnesThatAreNot() {
    PlainPlan unlike = plan(7, 2_000);
    population.add(unlike);
    int[][] routes = plan(3, 0).routes();
    for (int i = 0; i < 65; i++) {
      int[][] alike = {routes[0], swapped(routes[1], i % 9), swapped(routes[2], i / 9)};
      population.add(new PlainPlan(alike, 1000 + i, 0));
    }

    assertThat(population.size()).isLessThanOrEqualTo(65);
    assertThat(drawn(5_000)).contains(2_000L);
  }

  private static int[] swapped(int[] route, int at) {
    int[] changed = route.clone();
    changed[at] = route[at + 1];
    changed[at + 1] = route[at];
    return changed;
  }

  @Test
  void parents_areMoreOftenShortPlans() {
    for (int i = 0; i < 40; i++) {
      population.add(plan(i, 1000 + i));
    }

    assertThat(drawn(2_000).stream().mapToLong(length -> length).average().orElseThrow())
        .isLessThan(1016);
  }

  @Test
  void mate_isUnlikeTheFirst_whereThereIsOne() {
    population.add(plan(1, 100));
    population.add(plan(2, 101));
    Individual first = population.parent();

    List<Individual> mates = IntStream.range(0, 200).mapToObj(i -> population.mate(first)).toList();

    assertThat(mates).filteredOn(mate -> mate != first).hasSizeGreaterThan(140);
  }
}
