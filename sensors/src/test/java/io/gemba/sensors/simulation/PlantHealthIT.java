package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.sensors.detect.MachineSensors;
import io.gemba.sensors.detect.MachineWatch;
import io.gemba.sensors.detect.SensorWatch;
import io.gemba.sensors.quality.Limits;
import io.gemba.sensors.quality.Verdict;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A shift of the healthy simulated plant, 40 sensors each second, as the anomaly job sees it. */
class PlantHealthIT {
  private static final long START = Instant.parse("2026-11-22T03:00:00Z").toEpochMilli();
  private static final int SHIFT_SECONDS = 8 * 3_600;

  private final Site site = TestSites.demo();
  private final Map<String, Limits> limits = new HashMap<>();
  private final Map<String, SensorWatch> sensors = new HashMap<>();
  private final Map<String, MachineWatch> machines = new HashMap<>();
  private final List<Episode> alarms = new ArrayList<>();
  private final Set<String> dataFaults = new HashSet<>();

  @Test
  void healthyShift_ofAWholePlant_hasAtMostOneAlarm() {
    for (Machine machine : site.machines().stream().filter(m -> !m.line().isEmpty()).toList()) {
      List<String> ids = new ArrayList<>();
      for (Sensor sensor : machine.sensors()) {
        String id = machine.id() + "/" + sensor.id();
        ids.add(id);
        limits.put(id, Limits.of(sensor));
        sensors.put(id, new SensorWatch());
      }
      if (ids.size() > 1) {
        machines.put(machine.id(), new MachineWatch(new MachineSensors(machine.id(), ids, 1_000)));
      }
    }
    PlantModel plant = new PlantModel(site, new PlantModel.Start(42, START, 1), new Faults());

    for (int second = 1; second <= SHIFT_SECONDS; second++) {
      plant.step(START + second * 1_000L).readings().forEach(this::observe);
    }

    assertThat(alarms).hasSizeLessThanOrEqualTo(1);
    assertThat(dataFaults).doesNotContain("gap", "duplicate", "out-of-order", "clock-skew");
    assertThat(machines.values()).allMatch(MachineWatch::isWarm);
  }

  private void observe(Reading reading) {
    Verdict verdict =
        sensors.get(reading.sensor()).observe(reading, limits.get(reading.sensor()), this::alarm);
    MachineWatch machine =
        machines.get(reading.sensor().substring(0, reading.sensor().indexOf('/')));
    if (verdict == Verdict.TRUSTED && machine != null) {
      machine.observe(reading, this::alarm);
    }
  }

  private void alarm(Episode episode) {
    if (episode.kind() == Episode.Kind.ANOMALY && episode.revision() == 0) {
      alarms.add(episode);
    }
    if (episode.kind() == Episode.Kind.QUALITY) {
      dataFaults.add(episode.detector());
    }
  }
}
