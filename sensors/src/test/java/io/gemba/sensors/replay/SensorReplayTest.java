package io.gemba.sensors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.sensors.simulation.DeviceClient.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensorReplayTest {
  private static final Path SENSORS = Path.of(System.getProperty("gemba.data"), "sensors");

  @TempDir private Path folder;
  private final List<Message> published = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  @Test
  void run_nabFile_everyRowWithItsOwnTime() throws Exception {
    Path file =
        SENSORS.resolve("nab/data/realKnownCause/machine_temperature_system_failure.csv.gz");

    SensorReplay.Result result = replay(file, 0);

    assertThat(result.readings()).isEqualTo(22_695);
    assertThat(result.rejected()).isZero();
    assertThat(published.get(0))
        .isEqualTo(
            new Message(
                "gemba/venlo/machine-temperature-system-failure/value",
                "{\"value\":73.96732207,\"at\":1386018900000,\"seq\":1}"));
  }

  @Test
  void run_skabFile_eachColumnIsASensorAndLabelsAreNot() throws Exception {
    SensorReplay.Result result = replay(SENSORS.resolve("skab/data/valve1/1.csv.gz"), 0);

    assertThat(published.subList(0, 8))
        .extracting(message -> message.topic().substring("gemba/venlo/1/".length()))
        .containsExactly(
            "accelerometer1rms",
            "accelerometer2rms",
            "current",
            "pressure",
            "temperature",
            "thermocouple",
            "voltage",
            "volume-flow-raterms");
    assertThat(result.readings() % 8).isZero();
  }

  @Test
  void run_folder_mergesFilesByTimeSinceTheirStart() throws Exception {
    write("b.csv", "timestamp,value", "2020-01-01 00:00:00,1", "2020-01-01 00:00:10,2");
    write("a.csv", "timestamp,value", "2013-01-01 00:00:00,3", "2013-01-01 00:00:05,4");

    replay(folder, 0);

    assertThat(published)
        .extracting(message -> message.payload().substring(9, 12))
        .containsExactly("3.0", "1.0", "4.0", "2.0");
  }

  @Test
  void run_malformedRows_areToldAndGoodOnesPass() throws Exception {
    write(
        "m.csv",
        "datetime;Flow Rate;anomaly",
        "2020-03-09 10:34:33;1.5;0",
        "yesterday;1.5;0",
        "2020-03-09 10:34:35;Infinity;0",
        "2020-03-09 10:34:36;oops;0",
        "2020-03-09 10:34:37;2.5;0");

    SensorReplay.Result result = replay(folder, 0);

    assertThat(result.readings()).isEqualTo(2);
    assertThat(result.rejected()).isEqualTo(3);
    assertThat(rejected)
        .extracting(RejectedRow::toString)
        .anyMatch(text -> text.contains("m.csv:3: 'yesterday': the time must be like"))
        .anyMatch(text -> text.contains("m.csv:4: 'Infinity': 'Flow Rate' must be a finite number"))
        .anyMatch(text -> text.contains("m.csv:5: 'oops'"));
    assertThat(published.get(1).topic()).isEqualTo("gemba/venlo/m/flow-rate");
    assertThat(published.get(1).payload()).endsWith("\"seq\":5}");
  }

  @Test
  void run_emptyCells_areNoReadings() throws Exception {
    write("m.csv", "timestamp,a,b", "2020-01-01 00:00:00,1,", "2020-01-01 00:00:01,NaN,2");

    SensorReplay.Result result = replay(folder, 0);

    assertThat(result.readings()).isEqualTo(2);
    assertThat(result.rejected()).isZero();
  }

  @Test
  void run_withASpeed_takesTheTimeOfTheDataDividedByIt() throws Exception {
    write("m.csv", "timestamp,value", "2020-01-01 00:00:00,1", "2020-01-01 00:01:00,2");
    long startNanos = System.nanoTime();

    replay(folder, 200);

    assertThat(published).hasSize(2);
    assertThat((System.nanoTime() - startNanos) / 1_000_000).isGreaterThanOrEqualTo(280);
  }

  @Test
  void run_sameNamesInTwoFolders_areTwoMachines() throws Exception {
    SensorReplay.Result result = replay(SENSORS.resolve("skab/data/valve2"), 0);
    List<SensorTable.Source> all = SensorTable.list(SENSORS.resolve("skab/data"));

    assertThat(result.machines()).isEqualTo(2);
    assertThat(all).extracting(SensorTable.Source::machine).doesNotHaveDuplicates();
    assertThat(all).extracting(SensorTable.Source::machine).contains("valve2-1", "anomaly-free");
  }

  @Test
  void run_cancelled_stops() throws Exception {
    ReplayWatch impatient =
        new ReplayWatch() {
          @Override
          public void progressed(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return published.size() >= 200;
          }
        };
    Path file = SENSORS.resolve("skab/data/valve1/1.csv.gz");

    SensorReplay.Result result =
        new SensorReplay(
                new SensorReplay.Plan(file, "venlo", 0),
                Clock.systemUTC(),
                published::addAll,
                impatient)
            .run();

    assertThat(result.readings()).isEqualTo(200);
  }

  @Test
  void run_noCsvOrNoTimes_saysSo() throws Exception {
    assertThatThrownBy(() -> replay(folder, 0)).hasMessageContaining("holds no .csv");

    write("m.csv", "when,value", "2020-01-01 00:00:00,1");

    assertThatThrownBy(() -> replay(folder, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("m.csv:1: no column of times");
  }

  @Test
  void plan_negativeSpeed_isRefused() {
    assertThatThrownBy(() -> new SensorReplay.Plan(folder, "venlo", -1))
        .hasMessageContaining("speed (-1.0)");
  }

  private SensorReplay.Result replay(Path fileOrFolder, double speed) throws Exception {
    ReplayWatch watch =
        new ReplayWatch() {
          @Override
          public void progressed(long done, long total) {}

          @Override
          public void rejected(RejectedRow row) {
            rejected.add(row);
          }
        };
    SensorReplay.Plan plan = new SensorReplay.Plan(fileOrFolder, "venlo", speed);
    return new SensorReplay(plan, Clock.systemUTC(), published::addAll, watch).run();
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }
}
