package io.gemba.standalone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnomalyBenchTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 0, 0);
  private static final int READINGS = 1_000;
  private static final int SPIKE = 800;

  @TempDir private Path folder;

  @BeforeEach
  void aSeriesWithOneSpike() throws IOException {
    List<String> lines = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < READINGS; i++) {
      double value = Math.sin(i / 10.0) + (i == SPIKE ? 8 : 0);
      lines.add(at(i) + "," + value);
    }
    Files.write(Files.createDirectories(folder.resolve("data")).resolve("a.csv"), lines);
    Files.writeString(
        folder.resolve("combined_windows.json"),
        "{\"a.csv\": [[\"%s\", \"%s\"]]}".formatted(at(SPIKE - 5), at(SPIKE + 20)));
  }

  @Test
  void nab_withPeer_hasThePeersResultsBeforeOurs() throws IOException {
    List<String> alone = run(false);
    List<String> beside = run(true);

    assertThat(names(beside))
        .endsWith(
            "rcf standard",
            "rcf low-FP",
            "rcf low-FN",
            "rcf held-out",
            "standard",
            "low-FP",
            "low-FN",
            "held-out");
    assertThat(last(beside, 4)).isEqualTo(last(alone, 4));
    assertThat(beside)
        .filteredOn(line -> line.startsWith("rcf standard: "))
        .singleElement()
        .extracting(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)))
        .satisfies(score -> assertThat(score).isGreaterThan(50));
  }

  @Test
  void nab_withoutPeer_namesNone() throws IOException {
    assertThat(run(false)).noneMatch(line -> line.startsWith("rcf"));
  }

  private List<String> run(boolean withPeer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
      new AnomalyBench(out).nab(folder, null, withPeer);
    }
    return bytes.toString(UTF_8).lines().toList();
  }

  private static List<String> names(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst(":.*", "")).toList();
  }

  private static List<String> last(List<String> lines, int count) {
    return lines.subList(lines.size() - count, lines.size());
  }

  private static String at(int reading) {
    return TIME.format(START.plusMinutes(5L * reading));
  }
}
