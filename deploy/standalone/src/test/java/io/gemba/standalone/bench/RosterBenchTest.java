package io.gemba.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.benchmark.Benchmark;
import io.gemba.rosters.benchmark.BenchmarkSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RosterBenchTest {
  private static final Path DATA = Path.of(System.getProperty("gemba.data", "../shared/data"));

  @Test
  void rowsAreOneARunAndSolutionsCostWhatTheySay(@TempDir Path folder) throws IOException {
    BenchmarkSet set = BenchmarkSet.open(DATA);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RosterBench.Plan plan =
        new RosterBench.Plan(
            List.of("Instance1", "sprint02"),
            List.of(0.5),
            2,
            1,
            List.of(RosterBench.Peer.OPTAPLANNER),
            folder);

    new RosterBench(set, plan, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "instance,solver,seconds,seed,hard,cost,best_known,gap_percent,evaluations_per_second");
    assertThat(lines.subList(1, 9)).allMatch(line -> line.split(",", -1).length == 9);
    assertThat(lines.subList(9, lines.size()))
        .hasSize(13)
        .allMatch(line -> line.matches("[^:,]+: [0-9.]+( of \\d+)? \\S+"));
    assertThat(lines.get(1))
        .matches("Instance1,gemba,0.5,1,0,6[01][0-9],607,[0-2]\\.[0-9]+,[0-9]+");
    assertThat(lines.get(3)).startsWith("Instance1,optaplanner,0.5,1,");
    for (String line : lines.subList(1, 9)) {
      String[] field = line.split(",", -1);
      Benchmark benchmark = set.read(field[0]);
      Path solution =
          folder.resolve("%s-%s-0.5s-seed%s.csv".formatted(field[0], field[1], field[3]));
      List<String> rows = Files.readAllLines(solution);
      String[][] ids = new String[rows.size()][];
      for (int row = 0; row < ids.length; row++) {
        String[] cells = rows.get(row).split(",", -1);
        assertThat(cells[0]).isEqualTo(benchmark.employees().get(row));
        ids[row] = java.util.Arrays.copyOfRange(cells, 1, cells.length);
      }
      assertThat(benchmark.evaluate(ids))
          .isEqualTo(new Benchmark.Score(Long.parseLong(field[4]), Long.parseLong(field[5])));
    }
  }
}
