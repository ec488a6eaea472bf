package io.gemba.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class RosterSolveCommandTest {
  private static final Path DATA =
      Path.of(System.getProperty("gemba.data", "../shared/data"), "rostering");
  private static final String REQUEST =
      """
      {"firstDay": "2026-11-23", "days": 7,
       "people": [
         {"id": "ann", "place": "hall", "skills": ["pick"], "contractHours": 40,
          "maximumHours": 48, "hourlyCents": 2000, "overtimeFactor": 1.5,
          "unavailable": ["2026-11-24"]},
         {"id": "ben", "place": "hall", "skills": ["pick"], "contractHours": 20,
          "maximumHours": 30, "hourlyCents": 1800, "overtimeFactor": 1.5}],
       "shifts": [{"code": "E", "start": "06:00", "end": "14:00", "unpaidBreakMinutes": 30}],
       "demand": [{"place": "hall", "skill": "pick", "day": "2026-11-23",
         "heads": [0,0,0,0,0,0,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0,0],
         "underCentsPerHour": 4000, "overCentsPerHour": 500}],
       "rules": {"restHours": 11, "maximumConsecutiveDays": 5, "fairnessCentsPerHour": 100},
       "pins": [%s]}
      """;

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @Test
  void request_becomesJsonTableCalendarsAndPicture() throws IOException {
    Path in = Files.writeString(folder.resolve("request.json"), REQUEST.formatted(""));

    int code = run("--in", in, "--seconds", "0.5", "--out", folder.resolve("roster.json"));

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode roster = Json.mapper().readTree(folder.resolve("roster.json").toFile());
    assertThat(roster.at("/gaps").size()).isZero();
    assertThat(Files.readAllLines(folder.resolve("roster.csv"))).hasSize(3);
    assertThat(folder.resolve("roster.svg")).content().startsWith("<svg");
    assertThat(folder.resolve("roster.ics/ann.ics")).exists();
    assertThat(folder.resolve("roster.ics/ben.ics")).exists();
    assertThat(out.toString().lines().count()).isGreaterThanOrEqualTo(2);
    assertThat(out.toString()).contains("cents").contains("roster.json");
  }

  @Test
  void instances_areWrittenWithTheirOwnIds() throws IOException {
    for (String name : List.of("curtois/Instance1", "inrc1/sprint01")) {
      Path to = folder.resolve(name.replace('/', '-') + ".json");

      int code =
          run(
              "--in",
              DATA.resolve(name + ".txt"),
              "--format",
              name.substring(0, name.indexOf('/')),
              "--seconds",
              "1",
              "--threads",
              "1",
              "--out",
              to);

      assertThat(err.toString()).isEmpty();
      assertThat(code).isZero();
      JsonNode roster = Json.mapper().readTree(to.toFile());
      assertThat(roster.at("/hard").asInt()).isZero();
      assertThat(out.toString()).contains("cost " + roster.at("/cost").asInt());
    }
  }

  @Test
  void everyWrongOption_isNamedAtOnce() {
    int code =
        run(
            "--in",
            folder.resolve("none.json"),
            "--seconds",
            "-1",
            "--threads",
            "0",
            "--out",
            folder.resolve("no/roster.json"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(4);
    assertThat(err.toString()).contains("none.json", "(-1.0)", "(0)", "no/roster.json");
  }

  @Test
  void wrongFormat_namesTheRightOne() {
    int code =
        run("--in", DATA.resolve("curtois/Instance1.txt"), "--out", folder.resolve("a.json"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("Instance1.txt").contains("--format curtois");
  }

  @Test
  void textThatIsNoRequest_namesFileAndPlace() throws IOException {
    Path in = Files.writeString(folder.resolve("broken.json"), "{\"firstDay\": 7 x");

    int code = run("--in", in, "--out", folder.resolve("a.json"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("broken.json");
  }

  @Test
  void emptyRequest_namesWhatIsMissing() throws IOException {
    Path in = Files.writeString(folder.resolve("empty.json"), "{\"days\": 3}");

    int code = run("--in", in, "--out", folder.resolve("a.json"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("firstDay").contains("rules");
  }

  @Test
  void contradiction_isNamedAndTheRosterIsMadeAllTheSame() throws IOException {
    String pin =
        "{\"person\": \"ann\", \"day\": \"2026-11-24\", \"shift\": \"E\", \"skill\": \"pick\"}";
    Path in = Files.writeString(folder.resolve("request.json"), REQUEST.formatted(pin));

    int code = run("--in", in, "--seconds", "0.3", "--out", folder.resolve("roster.json"));

    assertThat(code).isZero();
    assertThat(err.toString()).startsWith("Cannot be met: 'ann' is pinned to E on 2026-11-24");
    assertThat(folder.resolve("roster.json")).exists();
  }

  @Test
  void ctrlC_isAWishUntilAllIsWritten() throws InterruptedException {
    CtrlC listener = CtrlC.listen();
    Thread pressing = new Thread(listener::stop);
    pressing.start();
    while (!listener.getAsBoolean()) {
      Thread.onSpinWait();
    }

    assertThat(pressing.isAlive()).isTrue();
    listener.close();
    pressing.join(5_000);
    assertThat(pressing.isAlive()).isFalse();
  }

  private int run(Object... options) {
    CommandLine command = Gemba.commandLine();
    command.setErr(new PrintWriter(err));
    command.setOut(new PrintWriter(out));
    List<String> arguments = new ArrayList<>(List.of("rosters", "solve"));
    for (Object option : options) {
      arguments.add(option.toString());
    }
    return command.execute(arguments.toArray(String[]::new));
  }
}
