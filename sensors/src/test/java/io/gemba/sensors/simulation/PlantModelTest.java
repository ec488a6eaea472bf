package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.message.Reading;
import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlantModelTest {
  private static final long START = Instant.parse("2026-10-13T08:00:00Z").toEpochMilli();
  private static final int HOUR = 3_600;
  private final Site site = TestSites.demo();
  private final Faults faults = new Faults();
  private final PlantModel plant = plant(1, faults, START);

  @Test
  void step_sameSeed_sameMessages() {
    PlantModel again = plant(1, new Faults(), START);
    PlantModel other = plant(2, new Faults(), START);

    List<PlantModel.Step> first = run(plant, START, 600);

    assertThat(run(again, START, 600)).isEqualTo(first);
    assertThat(run(other, START, 600)).isNotEqualTo(first);
  }

  @Test
  void step_eachSecond_eachSensorOnceWithinItsRange() {
    Map<String, Sensor> sensors = new HashMap<>();
    site.machines().stream()
        .filter(machine -> !machine.line().isEmpty())
        .forEach(
            m -> m.sensors().forEach(sensor -> sensors.put(m.id() + "/" + sensor.id(), sensor)));

    for (PlantModel.Step step : run(plant, START, HOUR)) {
      assertThat(step.readings())
          .extracting(Reading::sensor)
          .containsExactlyInAnyOrderElementsOf(sensors.keySet());
      for (Reading reading : step.readings()) {
        Sensor sensor = sensors.get(reading.sensor());
        assertThat(reading.value()).isBetween(sensor.minimum(), sensor.maximum());
      }
    }
  }

  @Test
  void step_seq_risesByOneAndIsHigherAfterARestart() {
    List<Reading> before = readings(run(plant, START, 100), "filler-2/flow");
    long restart = START + 100_000;

    List<Reading> after = readings(run(plant(1, faults, restart), restart, 3), "filler-2/flow");

    for (int i = 1; i < before.size(); i++) {
      assertThat(before.get(i).seq()).isEqualTo(before.get(i - 1).seq() + 1);
    }
    assertThat(after.get(0).seq()).isGreaterThan(before.get(99).seq());
  }

  @Test
  void step_aDay_makesWhatTheLinesCanWithFewStops() {
    Map<String, Long> good = new HashMap<>();
    Map<State, Integer> reports = new HashMap<>();
    for (PlantModel.Step step : run(plant, START, 24 * HOUR)) {
      for (MachineState state : step.states()) {
        good.merge(state.machine(), state.goodCount(), Long::sum);
        reports.merge(state.state(), 1, Integer::sum);
      }
    }
    int all = reports.values().stream().mapToInt(Integer::intValue).sum();

    assertThat(good.get("packer-1") / (240.0 * 24)).isBetween(0.85, 1.0);
    assertThat(good.get("filler-2") / (200.0 * 24)).isBetween(0.85, 1.0);
    assertThat(reports.get(State.RUNNING) / (double) all).isBetween(0.85, 0.99);
    assertThat(reports).containsKeys(State.DOWN, State.CHANGEOVER, State.STARVED, State.BLOCKED);
  }

  @Test
  void step_stop_starvesBehindAndBlocksBefore() {
    wear("filler-2", 10, 1);

    Map<String, State> states = lastStates(run(plant, START, 180));

    assertThat(states)
        .containsEntry("mixer-2", State.BLOCKED)
        .containsEntry("filler-2", State.DOWN)
        .containsEntry("sealer-2", State.STARVED)
        .containsEntry("packer-2", State.STARVED)
        .containsEntry("filler-1", State.RUNNING);
  }

  @Test
  void bearingWear_driftsForAMinuteThenStandsThenHeals() {
    double healthy = mean(run(plant, START, 120), "filler-2/vibration");
    long worn = START + 120_000;
    add(Fault.BEARING_WEAR, "filler-2", 5, 1, worn);

    List<PlantModel.Step> drift = run(plant, worn, 59);
    List<PlantModel.Step> down = run(plant, worn + 59_000, 300);
    List<PlantModel.Step> healed = run(plant, worn + 359_000, 300);

    assertThat(mean(drift.subList(50, 59), "filler-2/vibration")).isGreaterThan(2.2 * healthy);
    assertThat(states(drift, "filler-2"))
        .extracting(MachineState::state)
        .containsOnly(State.RUNNING);
    assertThat(states(down, "filler-2"))
        .filteredOn(state -> state.at().toEpochMilli() >= worn + 60_000)
        .allMatch(state -> state.state() == State.DOWN && "bearing".equals(state.reason()));
    assertThat(
            states(down.subList(10, 300), "filler-2").stream()
                .mapToLong(MachineState::goodCount)
                .sum())
        .isZero();
    assertThat(
            states(down.subList(30, 300), "packer-2").stream()
                .mapToLong(MachineState::goodCount)
                .sum())
        .isZero();
    assertThat(mean(healed.subList(200, 300), "filler-2/vibration"))
        .isBetween(0.8 * healthy, 1.25 * healthy);
    assertThat(lastStates(healed)).containsEntry("filler-2", State.RUNNING);
  }

  @Test
  void bearingWear_movesCurrentAndTemperatureAndNoOtherMachine() {
    List<PlantModel.Step> before = run(plant, START, 120);
    wear("packer-1", 5, 1, START + 120_000);

    List<PlantModel.Step> worn = run(plant, START + 120_000, 59).subList(45, 59);

    assertThat(mean(worn, "packer-1/drive-current"))
        .isGreaterThan(1.2 * mean(before, "packer-1/drive-current"));
    assertThat(mean(worn, "packer-1/motor-temperature"))
        .isGreaterThan(1.03 * mean(before, "packer-1/motor-temperature"));
    assertThat(mean(worn, "packer-2/vibration"))
        .isBetween(
            0.8 * mean(before, "packer-2/vibration"), 1.2 * mean(before, "packer-2/vibration"));
  }

  @Test
  void stuckSensor_repeatsItsValueUntilTheEnd() {
    run(plant, START, 10);
    add(Fault.STUCK_SENSOR, "sealer-1/vacuum", 1, 1, START + 10_000);

    List<Reading> stuck = readings(run(plant, START + 10_000, 59), "sealer-1/vacuum");
    List<Reading> free = readings(run(plant, START + 69_000, 60), "sealer-1/vacuum");

    assertThat(stuck.stream().mapToDouble(Reading::value).distinct()).hasSize(1);
    assertThat(free.stream().mapToDouble(Reading::value).distinct()).hasSizeGreaterThan(40);
  }

  @Test
  void step_atFourTimesTheSpeed_readsFourTimesAsOften() {
    PlantModel fast = new PlantModel(site, new PlantModel.Start(1, START, 4), faults);
    int readings = 0;

    for (int step = 1; step <= 40; step++) {
      readings += fast.step(START + step * 250L).readings().size();
    }

    assertThat(readings).isEqualTo(40 * 40);
  }

  @Test
  void healthyVibration_wandersLittle() {
    List<PlantModel.Step> steps = run(plant, START, HOUR);
    double mean = mean(steps, "cooker-1/vibration");

    double deviation =
        Math.sqrt(
            readings(steps, "cooker-1/vibration").stream()
                .mapToDouble(r -> (r.value() - mean) * (r.value() - mean))
                .average()
                .orElseThrow());

    assertThat(deviation / mean).isBetween(0.01, 0.12);
  }

  private PlantModel plant(long seed, Faults faults, long startMillis) {
    return new PlantModel(site, new PlantModel.Start(seed, startMillis, 1), faults);
  }

  private void wear(String machine, double minutes, double intensity) {
    wear(machine, minutes, intensity, START);
  }

  private void wear(String machine, double minutes, double intensity, long at) {
    add(Fault.BEARING_WEAR, machine, minutes, intensity, at);
  }

  private void add(Fault fault, String target, double minutes, double intensity, long at) {
    Instant when = Instant.ofEpochMilli(at);
    SimulationCommand command =
        new SimulationCommand("c-" + at, fault, target, when, minutes, intensity);
    assertThat(faults.add(command, at, at)).isTrue();
  }

  private static List<PlantModel.Step> run(PlantModel plant, long fromMillis, int seconds) {
    List<PlantModel.Step> steps = new ArrayList<>();
    for (int second = 1; second <= seconds; second++) {
      steps.add(plant.step(fromMillis + second * 1_000L));
    }
    return steps;
  }

  private static List<Reading> readings(List<PlantModel.Step> steps, String sensor) {
    return steps.stream()
        .flatMap(step -> step.readings().stream())
        .filter(reading -> reading.sensor().equals(sensor))
        .toList();
  }

  private static List<MachineState> states(List<PlantModel.Step> steps, String machine) {
    return steps.stream()
        .flatMap(step -> step.states().stream())
        .filter(state -> state.machine().equals(machine))
        .toList();
  }

  private static Map<String, State> lastStates(List<PlantModel.Step> steps) {
    Map<String, State> states = new HashMap<>();
    steps.forEach(step -> step.states().forEach(s -> states.put(s.machine(), s.state())));
    return states;
  }

  private static double mean(List<PlantModel.Step> steps, String sensor) {
    return readings(steps, sensor).stream().mapToDouble(Reading::value).average().orElseThrow();
  }
}
