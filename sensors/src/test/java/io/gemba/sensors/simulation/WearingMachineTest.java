package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.site.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WearingMachineTest {
  private static final long PUT_IN = Instant.parse("2026-11-18T10:00:00Z").toEpochMilli();
  private static final int VIBRATION = 0;
  private static final int CURRENT = 3;

  private final Machine compressor = WearHistories.machines(TestSites.demo()).get(0);
  private final WearingMachine machine = new WearingMachine(compressor, 42);

  @Test
  void wear_risesFromNewToFailure_everFaster() {
    long life = machine.lifeMillis(PUT_IN);

    double begin = machine.wear(PUT_IN, PUT_IN);
    double middle = machine.wear(PUT_IN, PUT_IN + life / 2);
    double end = machine.wear(PUT_IN, PUT_IN + life);

    assertThat(begin).isZero();
    assertThat(middle).isBetween(0.05, 0.25);
    assertThat(end).isEqualTo(1);
  }

  @Test
  void lives_ofManyParts_differWithinTheirRange() {
    List<Long> cycles =
        IntStream.range(0, 200)
            .mapToObj(i -> machine.lifeMillis(PUT_IN + i * 1_000L) / machine.cycleMillis())
            .toList();

    assertThat(cycles).allMatch(one -> one >= 105 && one <= 195);
    assertThat(cycles.stream().distinct().count()).isGreaterThan(50);
  }

  @Test
  void readings_rememberNothing_andShowWearAndStandstill() {
    long life = machine.lifeMillis(PUT_IN);

    double fresh = mean(VIBRATION, PUT_IN);
    double worn = mean(VIBRATION, PUT_IN + life - 7_200_000);
    double stopped = mean(VIBRATION, PUT_IN + life);

    assertThat(worn).isGreaterThan(1.3 * fresh);
    assertThat(stopped).isLessThan(0.3 * fresh);
    assertThat(mean(CURRENT, PUT_IN)).isGreaterThan(40);
    assertThat(mean(CURRENT, PUT_IN + life)).isLessThan(5);
    assertThat(new WearingMachine(compressor, 42).reading(0, PUT_IN, PUT_IN + life / 3))
        .isEqualTo(machine.reading(0, PUT_IN, PUT_IN + life / 3));
    assertThat(new WearingMachine(compressor, 43).reading(0, PUT_IN, PUT_IN + life / 3))
        .isNotEqualTo(machine.reading(0, PUT_IN, PUT_IN + life / 3));
  }

  @Test
  void histories_haveARowACycleOfEachPart(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("histories.csv");

    WearHistories.write(compressor, 7, 3, file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo("unit,vibration,bearing-temperature,oil-debris,motor-current");
    for (String unit : List.of("1", "2", "3")) {
      List<String> rows = lines.stream().filter(line -> line.startsWith(unit + ",")).toList();
      assertThat(rows).hasSizeBetween(105, 195);
      assertThat(vibration(rows.get(rows.size() - 1))).isGreaterThan(1.3 * vibration(rows.get(0)));
    }
  }

  private static double vibration(String row) {
    return Double.parseDouble(row.split(",", -1)[1]);
  }

  /** Of an hour. */
  private double mean(int sensor, long from) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += machine.reading(sensor, PUT_IN, from + i * 900_000L).value();
    }
    return sum / 4;
  }
}
