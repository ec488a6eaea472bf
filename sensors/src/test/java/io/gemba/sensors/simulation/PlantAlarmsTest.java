package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import io.gemba.sensors.detect.SensorWatch;
import io.gemba.sensors.quality.Limits;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The simulated plant as the detector sees it: quiet when healthy, loud when worn. */
class PlantAlarmsTest {
  private static final long START = Instant.parse("2026-11-22T03:00:00Z").toEpochMilli();
  private static final int HEALTHY_SECONDS = 3_600;
  private final Site site = TestSites.demo();
  private final Faults faults = new Faults();
  private final PlantModel plant = new PlantModel(site, new PlantModel.Start(42, START, 1), faults);
  private final Map<String, Limits> limits = new HashMap<>();
  private final Map<String, SensorWatch> watches = new HashMap<>();

  @Test
  void anHourOfHealthThenAWornBearing_fewFalseAlarmsThenTheMachinesOwn() {
    for (Machine machine : site.machines()) {
      for (Sensor sensor : machine.sensors()) {
        limits.put(machine.id() + "/" + sensor.id(), Limits.of(sensor));
      }
    }
    limits.keySet().forEach(sensor -> watches.put(sensor, new SensorWatch()));
    Set<String> healthy = run(0, HEALTHY_SECONDS);
    Instant worn = Instant.ofEpochMilli(START + HEALTHY_SECONDS * 1_000L);
    faults.add(
        new SimulationCommand("c-1", Fault.BEARING_WEAR, "filler-2", worn, 5, 1),
        worn.toEpochMilli(),
        worn.toEpochMilli());

    Set<String> alarmed = run(HEALTHY_SECONDS, 59);

    assertThat(healthy).hasSizeLessThanOrEqualTo(2);
    assertThat(alarmed)
        .contains("filler-2/vibration")
        .allMatch(sensor -> sensor.startsWith("filler-2/"));
  }

  private Set<String> run(int fromSecond, int seconds) {
    Set<String> alarmed = new TreeSet<>();
    for (int second = fromSecond + 1; second <= fromSecond + seconds; second++) {
      for (Reading reading : plant.step(START + second * 1_000L).readings()) {
        watches
            .get(reading.sensor())
            .observe(
                reading,
                limits.get(reading.sensor()),
                episode -> {
                  if (episode.kind() == Episode.Kind.ANOMALY) {
                    alarmed.add(episode.sensor());
                  }
                });
      }
    }
    return alarmed;
  }
}
