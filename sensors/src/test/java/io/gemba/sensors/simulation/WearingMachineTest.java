package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.site.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WearingMachineTest {
  private static final long MORNING = Instant.parse("2026-11-18T10:00:00Z").toEpochMilli();
  private static final int VIBRATION = 0;
  private static final int TEMPERATURE = 1;
  private static final int CURRENT = 3;

  private final Machine compressor = WearHistories.machines(TestSites.demo()).get(0);
  private final WearingMachine machine = new WearingMachine(compressor, 42);

  /** Of a part that fails by fatigue. */
  private final long putIn = fatigued(machine, MORNING);

  /** The first second from a time in which a part is put in that fails by fatigue. */
  static long fatigued(WearingMachine machine, long fromMillis) {
    return LongStream.iterate(fromMillis, at -> at + 1_000)
        .filter(at -> !machine.isDry(at))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void wear_risesFromNewToFailure_everFaster() {
    long life = machine.lifeMillis(putIn);

    double begin = machine.wear(putIn, putIn);
    double middle = machine.wear(putIn, putIn + life / 2);
    double end = machine.wear(putIn, putIn + life);

    assertThat(begin).isZero();
    assertThat(middle).isBetween(0.05, 0.25);
    assertThat(end).isEqualTo(1);
  }

  @Test
  void lives_ofManyParts_differWithinTheirRange() {
    List<Long> cycles =
        IntStream.range(0, 200)
            .mapToObj(i -> machine.lifeMillis(MORNING + i * 1_000L) / machine.cycleMillis())
            .toList();

    assertThat(cycles).allMatch(one -> one >= 105 && one <= 195);
    assertThat(cycles.stream().distinct().count()).isGreaterThan(50);
  }

  @Test
  void parts_failInTwoWays_thatTheirSensorsTell() {
    List<Long> dry =
        LongStream.range(0, 300)
            .map(i -> MORNING + i * 1_000)
            .filter(machine::isDry)
            .boxed()
            .toList();
    long lost = dry.get(0);
    long end = lost + machine.lifeMillis(lost) - 7_200_000;

    assertThat(dry).hasSizeBetween(80, 120);
    assertThat(mean(TEMPERATURE, lost, end)).isGreaterThan(1.15 * mean(TEMPERATURE, lost, lost));
    assertThat(mean(CURRENT, lost, end)).isGreaterThan(1.1 * mean(CURRENT, lost, lost));
    assertThat(mean(VIBRATION, lost, end)).isLessThan(1.4 * mean(VIBRATION, lost, lost));
  }

  @Test
  void readings_rememberNothing_andShowWearAndStandstill() {
    long life = machine.lifeMillis(putIn);

    double fresh = mean(VIBRATION, putIn);
    double worn = mean(VIBRATION, putIn + life - 7_200_000);
    double stopped = mean(VIBRATION, putIn + life);

    assertThat(worn).isGreaterThan(1.3 * fresh);
    assertThat(stopped).isLessThan(0.3 * fresh);
    assertThat(mean(CURRENT, putIn)).isGreaterThan(40);
    assertThat(mean(CURRENT, putIn + life)).isLessThan(5);
    assertThat(new WearingMachine(compressor, 42).reading(0, putIn, putIn + life / 3))
        .isEqualTo(machine.reading(0, putIn, putIn + life / 3));
    assertThat(new WearingMachine(compressor, 43).reading(0, putIn, putIn + life / 3))
        .isNotEqualTo(machine.reading(0, putIn, putIn + life / 3));
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
      assertThat(vibration(rows.get(rows.size() - 1))).isGreaterThan(1.1 * vibration(rows.get(0)));
    }
  }

  private static double vibration(String row) {
    return Double.parseDouble(row.split(",", -1)[1]);
  }

  /** Of an hour. */
  private double mean(int sensor, long from) {
    return mean(sensor, putIn, from);
  }

  private double mean(int sensor, long partPutIn, long from) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += machine.reading(sensor, partPutIn, from + i * 900_000L).value();
    }
    return sum / 4;
  }
}
