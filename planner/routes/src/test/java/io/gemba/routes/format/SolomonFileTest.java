package io.gemba.routes.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolomonFileTest {
  private static final Path DATA = Path.of(System.getProperty("gemba.data"), "routing", "solomon");

  @Test
  void instance_becomesRequest() throws IOException {
    RouteRequest request = SolomonFile.read(DATA.resolve("C101.txt"), Search.seconds(1, 1));

    assertThat(request.vehicles()).hasSize(25).allMatch(vehicle -> vehicle.boxes() == 200);
    assertThat(request.orders()).hasSize(100);
    assertThat(request.orders().get(0).window().start().getEpochSecond()).isEqualTo(912 * 60);
    // 40,50 to 45,68 is 18.68, truncated to 18.6 units of a kilometre
    assertThat(request.travel().matrix().metres().get(0).get(1)).isEqualTo(18_600);
  }

  @Test
  void otherFile_isNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "nothing here");

    assertThatThrownBy(() -> SolomonFile.read(file, Search.seconds(1, 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.txt");
  }

  /** Distances of the best known plans, from bks.csv beside the instances. */
  @ParameterizedTest
  @CsvSource({"C101,827.3,1.05", "R101,1637.7,1.10", "RC201,1261.8,1.15"})
  void benchmark_isSolvedNearTheBestKnown(String name, double best, double factor)
      throws IOException {
    RouteRequest request =
        SolomonFile.read(DATA.resolve(name + ".txt"), new Search(30, 4_000, 1, 1));

    RouteResult result =
        new RoutePlanner().solve(request, RouteProgress.Listener.SILENT, () -> false);

    assertThat(result.unassigned()).isEmpty();
    assertThat(result.metres() / 1000).isBetween(best - 0.01, best * factor);
  }
}
