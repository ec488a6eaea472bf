package io.gemba.site;

import io.gemba.yaml.YamlDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between a machine's wearing part and its sensors. */
final class WearPartRules {
  private static final int SECONDS_PER_MINUTE = 60;

  private final YamlDocument document;

  WearPartRules(YamlDocument document) {
    this.document = document;
  }

  void check() {
    for (String machine : document.paths("machines")) {
      document
          .find(machine + ".wearPart", WearPart.class)
          .ifPresent(part -> check(part, machine + ".wearPart", machine + ".sensors"));
    }
  }

  private void check(WearPart part, String at, String sensorsAt) {
    Map<String, Sensor> sensors = new HashMap<>();
    document
        .elements(sensorsAt, Sensor.class)
        .values()
        .forEach(sensor -> sensors.put(sensor.id(), sensor));
    List<String> known = sensors.keySet().stream().sorted().toList();
    checkSensors(part, at, known);
    WearPart.Running running = part.running();
    if (running != null && !sensors.containsKey(running.sensor())) {
      problem(at + ".running.sensor", running.sensor(), known);
    }
    checkCycle(part, at, sensors);
    checkModes(part, at, part.sensors().isEmpty() ? known : part.sensors());
    if (part.repairMinutes() < part.stopMinutes()) {
      document.problem(
          at + ".repairMinutes",
          "%s of '%s' must not be below stopMinutes (%s): a failure stops for longer than a replacement."
              .formatted(part.repairMinutes(), part.name(), part.stopMinutes()));
    }
  }

  private void checkSensors(WearPart part, String at, List<String> known) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < part.sensors().size(); i++) {
      String sensor = part.sensors().get(i);
      String path = "%s.sensors[%d]".formatted(at, i);
      if (!known.contains(sensor)) {
        problem(path, sensor, known);
      } else if (!seen.add(sensor)) {
        document.problem(path, "'%s' is given twice. Remove one.".formatted(sensor));
      }
    }
    if (part.sensors().isEmpty() && known.isEmpty()) {
      document.problem(
          at,
          "'%s' has no sensors to tell its condition. Give the machine some."
              .formatted(part.name()));
    }
  }

  private void checkModes(WearPart part, String at, List<String> telling) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < part.failureModes().size(); i++) {
      WearPart.FailureMode mode = part.failureModes().get(i);
      String path = "%s.failureModes[%d]".formatted(at, i);
      if (!names.add(mode.name())) {
        document.problem(path, "'%s' is given twice. Remove one.".formatted(mode.name()));
      }
      if (mode.signs().isEmpty()) {
        document.problem(path, "'%s' has no signs. Say how a sensor moves.".formatted(mode.name()));
      }
      Set<String> seen = new HashSet<>();
      for (WearPart.Sign sign : mode.signs()) {
        if (!telling.contains(sign.sensor())) {
          problem(path + ".signs", sign.sensor(), telling);
        } else if (!seen.add(sign.sensor())) {
          document.problem(
              path + ".signs", "'%s' is given twice. Remove one.".formatted(sign.sensor()));
        }
      }
    }
  }

  private void checkCycle(WearPart part, String at, Map<String, Sensor> sensors) {
    double slowest =
        sensors.values().stream()
            .filter(one -> part.sensors().isEmpty() || part.sensors().contains(one.id()))
            .mapToDouble(Sensor::everySeconds)
            .max()
            .orElse(0);
    if (part.cycleMinutes() * SECONDS_PER_MINUTE < slowest) {
      document.problem(
          at + ".cycleMinutes",
          "%s of '%s' is shorter than its slowest sensor needs for a reading (%s s). Give at least %s."
              .formatted(part.cycleMinutes(), part.name(), slowest, slowest / SECONDS_PER_MINUTE));
    }
  }

  private void problem(String path, String sensor, List<String> known) {
    document.problem(
        path,
        "'%s' is no sensor of this machine. Known: %s."
            .formatted(sensor, known.isEmpty() ? "none" : String.join(", ", known)));
  }
}
