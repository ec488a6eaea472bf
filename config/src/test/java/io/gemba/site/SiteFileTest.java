package io.gemba.site;

import static io.gemba.site.Mistakes.FILE;
import static io.gemba.site.Mistakes.failure;
import static io.gemba.site.Mistakes.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gemba.yaml.InvalidFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteFileTest {
  @Test
  void rightFile_isReadWhole() {
    Site site = SiteFile.parse(FILE, TestSite.yaml());

    assertThat(site.zone().getId()).isEqualTo("Europe/Amsterdam");
    assertThat(site.items().get(0).marginCents()).isEqualTo(159);
    assertThat(site.people().get(0).daysOff()).containsExactly(DayOfWeek.SUNDAY);
    assertThat(site.places().get(1).opens()).isEqualTo(LocalTime.of(7, 0));
    assertThat(site.shifts().get(1).paidMinutes()).isEqualTo(450);
    assertThat(site.calendar().isClosed(LocalDate.of(2026, 12, 25))).isTrue();
  }

  @Test
  void optionalNumbers_areReadAndChecked() {
    String text =
        TestSite.yaml()
            .replace(
                "    orderCostCents: 2500",
                "    orderCostCents: 2500\n    leadTimeDeviationDays: 0.5")
            .replace(
                "    scrapCentsPerUnit: 140",
                "    scrapCentsPerUnit: 140\n    reworkCentsPerUnit: 40\n    microStopSeconds: 90")
            .replace(
                "        everySeconds: 1\n",
                "        everySeconds: 1\n        control: {readings: 5, everySeconds: 60, specificationHigh: 5.5}\n");

    Site site = SiteFile.parse(FILE, text);
    InvalidFileException problem =
        failure(
            text.replace("leadTimeDeviationDays: 0.5", "leadTimeDeviationDays: -1")
                .replace("reworkCentsPerUnit: 40", "reworkCentsPerUnit: much"));

    assertThat(site.suppliers().get(0).leadTimeDeviationDays()).isEqualTo(0.5);
    assertThat(site.machines().get(0).reworkCentsPerUnit()).isEqualTo(40);
    assertThat(site.machines().get(0).microStopSeconds()).isEqualTo(90);
    assertThat(site.machines().get(0).sensors().get(0).control())
        .isEqualTo(new Sensor.Control(5, 60, null, 5.5));
    assertThat(problem)
        .hasMessageContaining("-1.0 must not be negative.")
        .hasMessageContaining("'much' is not a whole number.");
  }

  @Test
  void tenMistakesInValues_areAllReportedWithLineAndPath() {
    String text =
        TestSite.yaml()
            .replace("zone: Europe/Amsterdam", "zone: Europe/Venlo")
            .replace("kind: STORE", "kind: SHOP")
            .replace("latitude: 51.36", "latitude: 151.36")
            .replace("orderCostCents: 2500", "orderCostCents: 25.00")
            .replace("packSize: 6", "packSiz: 6")
            .replace("unitsPerHour: 600", "unitsPerHour: -600")
            .replace("everySeconds: 1", "everySeconds: often")
            .replace("contractHours: 37.5", "contractHours:")
            .replace("start: 22:00", "start: 22h")
            .replace("id: v1", "id: van 1");

    InvalidFileException problem = failure(text);

    assertThat(paths(problem))
        .containsExactly(
            "zone",
            "places[1].kind",
            "places[1].latitude",
            "suppliers[0].orderCostCents",
            "items[0].packSize",
            "items[0].packSiz",
            "lines[0].unitsPerHour",
            "machines[0].sensors[0].everySeconds",
            "people[0].contractHours",
            "shifts[1].start",
            "vehicles[0].id");
    assertThat(problem)
        .hasMessageContaining("site.yaml:4: zone: 'Europe/Venlo' is not a zone such as")
        .hasMessageContaining("'SHOP' is not one of PLANT, WAREHOUSE, STORE, CUSTOMER.")
        .hasMessageContaining("151.36 must be at most 90.")
        .hasMessageContaining("'25.00' is not a whole number.")
        .hasMessageContaining("'packSiz' is not known here. Maybe 'packSize' was meant.")
        .hasMessageContaining("This key is missing. Give a number.");
  }

  @Test
  void tenMistakesBetweenValues_areAllReported() {
    String text =
        TestSite.yaml()
            .replace("currency: EUR", "currency: EUX")
            .replace("closes: 12:00", "closes: 06:00")
            .replace("costCents: 140", "costCents: 1400")
            .replace("source: line-1", "source: line-9")
            .replace("place: plant\n    unitsPerHour", "place: works\n    unitsPerHour")
            .replace("maximum: 6", "maximum: 0")
            .replace("skill: line", "skill: lines")
            .replace("maximumHours: 48", "maximumHours: 20")
            .replace("to: 2026-12-31", "to: 2026-12-01")
            .replace("code: N", "code: E");

    InvalidFileException problem = failure(text);

    assertThat(paths(problem))
        .containsExactly(
            "currency",
            "places[1].closes",
            "items[0].costCents",
            "items[0].source",
            "lines[0].place",
            "machines[0].sensors[0].minimum",
            "people[0].maximumHours",
            "people[0].leave[0].to",
            "shifts[1].code",
            "labour[0].skill");
  }

  @Test
  void mistakesInValuesAndBetweenThem_areReportedTogetherAndOneHidesNoOther() {
    String text =
        TestSite.yaml()
            .replace("zone: Europe/Amsterdam", "zone: Europe/Venlo")
            .replace("latitude: 51.37", "latitude: 151.37")
            .replace("packSize: 6", "packSiz: 6")
            .replace("source: line-1", "source: line-9")
            .replace("idealCycleSeconds: 6", "idealCycleSeconds: -6")
            .replace("maximum: 6", "maximum: 0")
            .replace("contractHours: 37.5", "contractHours: many")
            .replace("to: 2026-12-31", "to: 2026-12-01")
            .replace("code: N", "code: E")
            .replace("skill: line", "skill: lines");

    assertThat(paths(failure(text)))
        .containsExactly(
            "zone",
            "places[0].latitude",
            "items[0].packSize",
            "items[0].packSiz",
            "items[0].source",
            "machines[0].idealCycleSeconds",
            "machines[0].sensors[0].minimum",
            "people[0].contractHours",
            "people[0].leave[0].to",
            "shifts[1].code",
            "labour[0].skill");
  }

  @Test
  void labour_stepsThatFallAndAQueueBeside_areErrors() {
    String text =
        TestSite.yaml()
            .replace(
                "    minimumHeads: 2\n",
                """
                minimumHeads: 2
                steps:
                  - {fromUnitsPerHour: 50, secondsPerUnit: 5}
                  - {fromUnitsPerHour: 20, secondsPerUnit: 4}
                queue: {servedShare: 1, withinSeconds: 20}
            """);

    assertThat(paths(failure(text))).containsExactly("labour[0].queue.servedShare");
    assertThat(paths(failure(text.replace("servedShare: 1", "servedShare: 0.8"))))
        .containsExactly("labour[0].steps[1].fromUnitsPerHour", "labour[0].queue");
  }

  @Test
  void brokenYaml_namesTheLine() {
    InvalidFileException problem = failure("id: venlo\nname: [unclosed\n");

    assertThat(problem.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.line()).isEqualTo(3));
  }

  @Test
  void emptyFile_saysWhichKeysAreNeeded() {
    assertThat(failure("")).hasMessageContaining("empty").hasMessageContaining("currency");
  }

  @Test
  void listWhereKeysBelong_isOneProblem() {
    List<InvalidFileException.Problem> problems = failure("- a\n- b\n").problems();

    assertThat(problems).singleElement().satisfies(p -> assertThat(p.message()).contains("a list"));
  }

  @Test
  void missingFile_isNamed() {
    InvalidFileException problem =
        catchThrowableOfType(
            InvalidFileException.class, () -> SiteFile.read(Path.of("no-such-site.yaml")));

    assertThat(problem).hasMessageContaining("no-such-site.yaml").hasMessageContaining("exist");
  }
}
