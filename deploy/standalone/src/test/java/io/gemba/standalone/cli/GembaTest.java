package io.gemba.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class GembaTest {
  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void unknownOption_isWrongUsageInOneLine() {
    int code = run("up", "--prot", "7400");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("'--prot'")
        .endsWith("'gemba up --help' lists what there is.");
  }

  @Test
  void noCommand_saysWhatToDo() {
    int code = run();

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("gemba up");
  }

  @Test
  void portThatIsNoNumber_isWrongUsage() {
    assertThat(run("up", "--port", "abc")).isEqualTo(2);
    assertThat(err.toString()).contains("'abc'");
  }

  @Test
  void unknownJob_namesThoseThereAre() {
    int code = run("job", "everything", "--site", "x.yaml");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("ANOMALY").contains("DEMAND").contains("everything");
  }

  @Test
  void unknownDetector_namesThoseThereAre() {
    int code = run("anomalies", "score", "--in", "a", "--out", "b", "--detector", "htm");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("GEMBA").contains("RCF").contains("'htm'");
  }

  @Test
  void unknownPeerOfAnomalies_namesTheOneThereIs() {
    int code = run("bench", "anomalies", "--data", "a", "--peer", "htm");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("RCF").contains("'htm'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--speed", "--latency"})
  void peerOfWhatHasNone_isRefusedWithWhatToDo(String measurement) {
    int code = run("bench", "anomalies", measurement, "--peer", "rcf");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("--peer").contains("combined_windows.json");
  }

  @Test
  void peerOnSkab_isRefused() throws Exception {
    Files.createDirectory(folder.resolve("valve1"));

    int code = run("bench", "anomalies", "--data", folder.toString(), "--peer", "rcf");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("--peer").contains("NAB");
  }

  @Test
  void otherJobsThanAnomalyFromMqtt_areRefused() {
    int code = run("bench", "stream", "--source", "mqtt", "--jobs", "demand,anomaly");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("[anomaly, demand]").contains("--jobs anomaly");
  }

  @Test
  void simulateWithNothingRunning_failsInOneLine() {
    int code = run("simulate", "BEARING_WEAR", "--target", "oven", "--data", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().startsWith("No Gemba runs on");
  }

  @Test
  void simulateForNoTime_failsInOneLine() {
    int code = run("simulate", "BEARING_WEAR", "--target", "oven", "--minutes", "0");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("minutes (0)");
  }

  @Test
  void replayOfNothing_isWrongUsage() {
    assertThat(run("replay", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--demand").contains("--sensors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anomalies", "rosters", "routes", "inventory", "forecast"})
  void benchOfAFolderThatIsNotThere_namesItInOneLine(String bench) {
    Path none = folder.resolve("none");

    int code = run("bench", bench, "--data", none.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(none.toString())
        .doesNotContain("Exception");
  }

  @Test
  void maintenanceOfAFolderWithoutHistories_namesItInOneLine() {
    int code = run("maintenance", "evaluate", "--data", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(folder + " has no train_FD001.txt");
  }

  @Test
  void maintenanceTrainOnACsvFile_namesTheLineThatIsNoRow() throws Exception {
    Path csv = Files.writeString(folder.resolve("lives.csv"), "unit,heat\na,1\na,hot\n");

    int code = run("maintenance", "train", "--data", csv.toString(), "--out", "model");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains(csv + ":3: 'hot' in column 2 is no finite number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"routes", "rosters"})
  void solveOfAFileThatIsNoJson_saysWhere(String planner) throws Exception {
    Path file = Files.writeString(folder.resolve("in.json"), "{\n  \"days\": seven\n}");
    String out = folder.resolve("out.json").toString();

    int code = run(planner, "solve", "--in", file.toString(), "--out", out);

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().startsWith(file + ":2:");
  }

  @Test
  void siteFileThatIsNotThere_failsWithItsName() {
    int code = run("job", "demand", "--site", folder.resolve("none.yaml").toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("none.yaml");
  }

  @Test
  void settingsWithMistakes_failWithEachOnALine() throws Exception {
    Path settings = folder.resolve("settings.yaml");
    Files.writeString(settings, "web: {port: 99999}\nkafka: {embeded: true}\n");

    int code = run("simulate", "SICK_CALL", "--target", "a", "--settings", settings.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(err.toString()).contains("settings.yaml:1").contains("settings.yaml:2");
  }

  private int run(String... arguments) {
    CommandLine command = Gemba.commandLine();
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }
}
