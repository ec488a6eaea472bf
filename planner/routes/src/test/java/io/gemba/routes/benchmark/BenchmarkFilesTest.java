package io.gemba.routes.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.routes.benchmark.Instance.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkFilesTest {
  private static final Path DATA = Path.of(System.getProperty("gemba.data"), "routing");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "solomon/R101.txt,WINDOWS,100,25,200",
    "gehring-homberger/RC2_2_4.txt,WINDOWS,200,50,1000",
    "li-lim/lc101.txt,PAIRS,106,25,200",
    "cvrplib-x/X-n101-k25.vrp,CAPACITY,100,2147483647,206"
  })
  void eachForm_isRead(String file, Kind kind, int customers, int vehicles, int capacity)
      throws IOException {
    Instance instance = InstanceFile.read(DATA.resolve(file));

    assertThat(instance.kind()).isEqualTo(kind);
    assertThat(instance.customers()).isEqualTo(customers);
    assertThat(instance.vehicles()).isEqualTo(vehicles);
    assertThat(instance.capacity()).isEqualTo(capacity);
  }

  @Test
  void bestKnown_isFoundByConvention() throws IOException {
    BestKnown known = BestKnown.beside(DATA.resolve("solomon/C101.txt"));

    assertThat(known.find("C101", Convention.DIMACS)).contains(new BestKnown.Value(0, 827.3));
    assertThat(known.find("C101", Convention.VEHICLES_FIRST))
        .contains(new BestKnown.Value(10, 828.94));
    assertThat(known.find("C101", Convention.TSPLIB)).isEmpty();
  }

  @Test
  void otherText_isRefusedWithTheFile(@TempDir Path folder) throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "nothing here\n1 2 3 4\n");

    assertThatThrownBy(() -> InstanceFile.read(notes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.txt");
  }

  @Test
  void brokenPlan_isRefusedRuleByRule() throws IOException {
    Instance instance = InstanceFile.read(DATA.resolve("solomon/R101.txt"));
    List<List<Integer>> oneTour =
        List.of(IntStream.rangeClosed(1, 99).boxed().toList(), List.of(3));

    PlanCheck.Verdict verdict = PlanCheck.of(instance, Convention.DIMACS, oneTour);

    assertThat(String.join("\n", verdict.errors()))
        .contains("closes at")
        .contains("Load 1")
        .contains("Customer 3 is unknown or visited twice")
        .contains("Customer 100 is on no route")
        .contains("Back from customer");
  }

  @Test
  void pairs_mustBeInOrderOnOneRoute() throws IOException {
    Instance instance = InstanceFile.read(DATA.resolve("li-lim/lc101.txt"));
    int pickup = instance.nodes().get(1).pickup();

    PlanCheck.Verdict verdict =
        PlanCheck.of(instance, Convention.VEHICLES_FIRST, List.of(List.of(1, pickup)));

    assertThat(verdict.errors()).anyMatch(error -> error.contains("before or without its pickup"));
    assertThat(verdict.errors()).anyMatch(error -> error.contains("is not brought"));
  }

  @ParameterizedTest(name = "{0} in {1} s")
  @CsvSource({
    "solomon/R101.txt,2,1.005",
    "gehring-homberger/C2_2_1.txt,2,1.01",
    "cvrplib-x/X-n101-k25.vrp,2,1.03",
    "li-lim/lr101.txt,2,1.005",
    "li-lim/lc101.txt,2,1.005"
  })
  void benchmark_isSolvedNearTheBestKnown(String file, double seconds, double factor)
      throws IOException {
    Instance instance = InstanceFile.read(DATA.resolve(file));
    Convention convention = Convention.usualFor(instance);
    double best =
        BestKnown.beside(DATA.resolve(file))
            .find(instance.name(), convention)
            .orElseThrow()
            .distance();

    Solved solved =
        new GembaSolver()
            .solve(instance, convention, new Solver.Effort(seconds, 1, 1), progress -> {});

    PlanCheck.Verdict verdict = PlanCheck.of(instance, convention, solved.routes());
    assertThat(verdict.errors()).isEmpty();
    assertThat(verdict.distance()).isBetween(best - 0.01, best * factor);
  }

  @Test
  void pairsByDistance_mayUseMoreVehiclesButNotMoreWay() throws IOException {
    Instance instance = InstanceFile.read(DATA.resolve("li-lim/lr101.txt"));
    Solver.Effort effort = new Solver.Effort(1, 2, 1);

    Solved solved = new PairSolver().solve(instance, Convention.EUCLID, effort, progress -> {});

    PlanCheck.Verdict verdict = PlanCheck.of(instance, Convention.EUCLID, solved.routes());
    assertThat(verdict.errors()).isEmpty();
    assertThat(verdict.distance()).isLessThan(1_650.81 * 1.005);
  }

  @Test
  void plan_isWrittenAsCvrplibDoes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plan.sol");

    PlanFile.write(file, List.of(List.of(3, 1), List.of(2)), 27_591);

    assertThat(Files.readAllLines(file))
        .containsExactly("Route #1: 3 1", "Route #2: 2", "Cost 27591");
  }
}
