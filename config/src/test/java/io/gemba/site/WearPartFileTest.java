package io.gemba.site;

import static io.gemba.site.Mistakes.FILE;
import static io.gemba.site.Mistakes.failure;
import static io.gemba.site.Mistakes.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.yaml.InvalidFileException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class WearPartFileTest {
  @Test
  void wearPart_isReadWhole_withOnlyWhatIsNeeded() {
    Site site = SiteFile.parse(FILE, wearing(""));

    WearPart part = Objects.requireNonNull(site.machines().get(0).wearPart());
    assertThat(part.name()).isEqualTo("bearing");
    assertThat(part.sensors()).isEmpty();
    assertThat(part.running()).isNull();
    assertThat(part.damageCents()).isNull();
    assertThat(part.failureModes()).isEmpty();
    assertThat(part.plannedStops())
        .containsExactly(new WearPart.PlannedStop(DayOfWeek.SUNDAY, LocalTime.of(6, 0)));
  }

  @Test
  void wearPart_mistakesBetweenItAndItsMachine_areNamedWithTheSensorsThereAre() {
    InvalidFileException failure =
        failure(
            wearing("sensors: [pressure, heat, pressure], running: {sensor: current, above: 2}, ")
                .replace("cycleMinutes: 60", "cycleMinutes: 0.01")
                .replace("repairMinutes: 240", "repairMinutes: 20"));

    assertThat(paths(failure))
        .containsExactlyInAnyOrder(
            "machines[0].wearPart.sensors[1]",
            "machines[0].wearPart.sensors[2]",
            "machines[0].wearPart.running.sensor",
            "machines[0].wearPart.cycleMinutes",
            "machines[0].wearPart.repairMinutes");
    assertThat(failure)
        .hasMessageContaining("'heat' is no sensor of this machine. Known: pressure.")
        .hasMessageContaining("0.01 of 'bearing' is shorter")
        .hasMessageContaining("20.0 of 'bearing' must not be below stopMinutes (30.0)");
  }

  @Test
  void failureModes_areReadWithTheirSigns_andMistakesAreNamed() {
    String good =
        "failureModes: [{name: dry, signs: [{sensor: pressure, moves: DOWN}]}], sensors: [], ";
    String bad =
        "failureModes: [{name: dry, signs: []}, {name: dry, signs: [{sensor: heat, moves: UP},"
            + " {sensor: pressure, moves: UP}, {sensor: pressure, moves: DOWN}]}], ";

    Site site = SiteFile.parse(FILE, wearing(good));
    InvalidFileException failure = failure(wearing(bad));

    assertThat(Objects.requireNonNull(site.machines().get(0).wearPart()).failureModes())
        .containsExactly(
            new WearPart.FailureMode(
                "dry", List.of(new WearPart.Sign("pressure", WearPart.Direction.DOWN))));
    assertThat(paths(failure))
        .containsExactlyInAnyOrder(
            "machines[0].wearPart.failureModes[0]",
            "machines[0].wearPart.failureModes[1]",
            "machines[0].wearPart.failureModes[1].signs",
            "machines[0].wearPart.failureModes[1].signs");
    assertThat(failure)
        .hasMessageContaining("'dry' has no signs")
        .hasMessageContaining("'heat' is no sensor of this machine. Known: pressure.")
        .hasMessageContaining("'pressure' is given twice");
  }

  private static String wearing(String more) {
    return TestSite.yaml()
        .replace(
            "    scrapCentsPerUnit: 140\n",
            "    scrapCentsPerUnit: 140\n    wearPart: {name: bearing, model: drives, "
                + more
                + "cycleMinutes: 60, partCents: 40000, stopMinutes: 30, repairMinutes: 240,"
                + " plannedStops: [{day: SUNDAY, time: \"06:00\"}]}\n");
  }
}
