package io.gemba.rosters.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterProgress;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.RosterResult.Assignment;
import io.gemba.rosters.TestRosters;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
