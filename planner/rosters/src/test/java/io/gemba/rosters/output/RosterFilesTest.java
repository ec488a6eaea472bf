package io.gemba.rosters.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Json;
import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterProgress;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.RosterResult.Assignment;
import io.gemba.rosters.TestRosters;
import io.gemba.rosters.benchmark.Benchmark;
import io.gemba.rosters.benchmark.BenchmarkSet;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterFilesTest {
  private final RosterRequest request = TestRosters.random(1, 5, 7, new Search(60, 2_000, 1));
  private RosterResult result;

  @BeforeAll
  void plan() {
    result = new RosterPlanner().solve(request, RosterProgress.Listener.SILENT, () -> false);
  }

  @Test
  void csv_hasEveryShiftAtItsPersonAndDay() {
    List<String> lines = RosterCsv.write(request, result).lines().toList();

    assertThat(lines).hasSize(1 + request.people().size());
    for (Assignment shift : result.assignments()) {
      int row = 1 + Integer.parseInt(shift.person().substring(1));
      int column = List.of(lines.get(0).split(",", -1)).indexOf(shift.day().toString());
      assertThat(lines.get(row).split(",", -1)[column])
          .isEqualTo(shift.shift() + "/" + shift.skill());
    }
    assertThat(lines.stream().skip(1).mapToLong(RosterFilesTest::filled).sum())
        .isEqualTo(result.assignments().size());
  }

  private static long filled(String line) {
    return List.of(line.split(",", -1)).stream().skip(1).filter(cell -> !cell.isEmpty()).count();
  }

  @Test
  void calendar_hasTheShiftsOfOnePersonInUtcAndShortLines() {
    Assignment first = result.assignments().get(0);

    String feed =
        RosterCalendar.write(
            result,
            first.person(),
            ZoneId.of("Europe/Berlin"),
            Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(feed.split("BEGIN:VEVENT", -1))
        .hasSize(
            1
                + (int)
                    result.assignments().stream()
                        .filter(shift -> shift.person().equals(first.person()))
                        .count());
    assertThat(feed)
        .contains(
            "DTSTART:"
                + first
                    .start()
                    .atZone(ZoneId.of("Europe/Berlin"))
                    .toInstant()
                    .toString()
                    .replaceAll("[-:]", ""))
        .endsWith("END:VCALENDAR\r\n");
    for (String line : feed.split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
    }
  }

  @Test
  void request_isWrittenInEveryForm(@TempDir Path folder) throws Exception {
    new RosterFiles(folder.resolve("plan.json"))
        .write(request, result, ZoneId.of("UTC"), Instant.EPOCH);

    assertThat(Json.read(Files.readAllBytes(folder.resolve("plan.json")), RosterResult.class))
        .isEqualTo(result);
    assertThat(folder.resolve("plan.csv")).hasContent(RosterCsv.write(request, result));
    assertThat(folder.resolve("plan.svg")).hasContent(RosterSvg.write(request, result));
    assertThat(folder.resolve("plan.ics"))
        .isDirectoryContaining("glob:**p0.ics")
        .isDirectoryContaining("glob:**p4.ics");
  }

  @Test
  void fileNames_areSafeAndNeverShared() {
    assertThat(RosterFiles.fileNames(List.of("Zoë", "a/b", "a\\b", "A_B", "..")))
        .containsExactly("Zoë.ics", "a_b.ics", "a_b-2.ics", "A_B-3.ics", "__.ics");
  }

  @Test
  void instance_isWrittenInEveryFormWithItsOwnIds(@TempDir Path folder) throws Exception {
    Path data = Path.of(System.getProperty("gemba.data", "../shared/data"), "rostering");
    for (String name : List.of("Instance1", "sprint01")) {
      Benchmark instance = BenchmarkSet.open(data).read(name);
      String[][] ids = instance.ids(instance.problem().emptyRoster());
      ids[2][5] = instance.shifts().get(1);
      ids[3][5] = instance.shifts().get(1);
      Benchmark.Score score = instance.evaluate(ids);
      BenchmarkRoster roster =
          new BenchmarkRoster(
              name,
              score.hard(),
              score.cost(),
              null,
              1,
              1,
              instance.employees(),
              Arrays.stream(ids).map(List::of).toList());

      new RosterFiles(folder.resolve(name + ".json"))
          .write(instance, roster, LocalDate.parse("2024-01-01"), Instant.EPOCH);

      byte[] json = Files.readAllBytes(folder.resolve(name + ".json"));
      assertThat(Json.read(json, BenchmarkRoster.class)).isEqualTo(roster);
      List<String> csv = Files.readAllLines(folder.resolve(name + ".csv"));
      assertThat(csv).hasSize(instance.employees().size());
      assertThat(csv.get(2))
          .startsWith(instance.employees().get(2) + ",,,,,," + instance.shifts().get(1) + ",,");
      String svg = Files.readString(folder.resolve(name + ".svg"));
      assertThat(svg).contains("2/" + instance.need(5, instance.shifts().get(1)));
    }
    assertThat(folder.resolve("Instance1.ics/C.ics"))
        .content()
        .contains("DTSTART;VALUE=DATE:20240106");
    assertThat(folder.resolve("sprint01.ics/2.ics"))
        .content()
        .contains("DTSTART:20240106T143000Z", "DTEND:20240106T223000Z");
  }

  @Test
  void svg_isWellFormedWithABarForEachShift() throws Exception {
    String svg = RosterSvg.write(request, result);

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));

    assertThat(document.getElementsByTagName("title").getLength())
        .isEqualTo(result.assignments().size());
  }
}
