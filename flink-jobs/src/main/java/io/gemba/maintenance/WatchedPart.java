package io.gemba.maintenance;

import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import io.gemba.site.WearPart;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells the condition of a machine's wearing part.
 *
 * @param machine its id
 * @param model name of the model of its remaining life
 * @param sensors ids within the machine, in the order in which the state keeps them
 * @param inModelOrder whether they are named otherwise in the model, which has them in this order
 * @param cycleMillis running time of a cycle
 * @param silentMillis the longest time between two readings in which the machine surely ran
 * @param running when it runs; whenever it is heard when null
 */
public record WatchedPart(
    String machine,
    String model,
    List<String> sensors,
    boolean inModelOrder,
    long cycleMillis,
    long silentMillis,
    WearPart.@Nullable Running running)
    implements Serializable {
  private static final int MISSED_READINGS = 3;
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double MILLIS_PER_MINUTE = 60_000;

  /** Copies the sensors. */
  public WatchedPart {
    sensors = List.copyOf(sensors);
  }

  /** All of a site, by machine, in its order. */
  public static Map<String, WatchedPart> of(Site site) {
    return of(site.machines());
  }

  static Map<String, WatchedPart> of(List<Machine> machines) {
    Map<String, WatchedPart> parts = new LinkedHashMap<>();
    for (Machine machine : machines) {
      WearPart part = machine.wearPart();
      if (part != null) {
        parts.put(machine.id(), of(machine, part));
      }
    }
    return parts;
  }

  private static WatchedPart of(Machine machine, WearPart part) {
    boolean named = part.sensors().isEmpty();
    List<String> sensors =
        named ? machine.sensors().stream().map(Sensor::id).toList() : part.sensors();
    double slowest =
        machine.sensors().stream()
            .filter(sensor -> sensors.contains(sensor.id()))
            .mapToDouble(Sensor::everySeconds)
            .max()
            .orElse(1);
    return new WatchedPart(
        machine.id(),
        part.model(),
        sensors,
        !named,
        Math.round(part.cycleMinutes() * MILLIS_PER_MINUTE),
        Math.round(MISSED_READINGS * slowest * MILLIS_PER_SECOND),
        part.running());
  }

  /** Ids within the machine of all sensors whose readings are needed, each once. */
  public List<String> needed() {
    if (running == null || sensors.contains(running.sensor())) {
      return sensors;
    }
    List<String> needed = new ArrayList<>(sensors);
    needed.add(running.sensor());
    return needed;
  }

  /** The same as full ids. */
  public Set<String> sensorIds() {
    Set<String> ids = new HashSet<>();
    needed().forEach(sensor -> ids.add(fullId(sensor)));
    return ids;
  }

  /** {@code machine/sensor}. */
  String fullId(String sensor) {
    return machine + "/" + sensor;
  }

  /** Why a model cannot tell this part's life; null when it can. */
  public @Nullable String refusal(LifeModel model) {
    if (inModelOrder && model.sensors().size() != sensors.size()) {
      return "machine '%s' gives %d sensors to model '%s', which was trained on %d: %s. Give wearPart.sensors in that order."
          .formatted(
              machine,
              sensors.size(),
              this.model,
              model.sensors().size(),
              String.join(", ", model.sensors()));
    }
    List<String> missing =
        inModelOrder
            ? List.of()
            : Arrays.stream(model.used())
                .mapToObj(place -> model.sensors().get(place))
                .filter(sensor -> !sensors.contains(sensor))
                .toList();
    return missing.isEmpty()
        ? null
        : "machine '%s' has no sensor '%s', which model '%s' needs. Give wearPart.sensors: the machine's sensors in the order %s."
            .formatted(
                machine,
                String.join("', '", missing),
                this.model,
                String.join(", ", model.sensors()));
  }

  /** Where the sensors that a model uses are among {@link #sensors}; only if it is not refused. */
  int[] places(LifeModel model) {
    return inModelOrder
        ? model.used()
        : Arrays.stream(model.used())
            .map(place -> sensors.indexOf(model.sensors().get(place)))
            .toArray();
  }

  /** The machine's name of a sensor of the model. */
  String ownName(LifeModel model, String sensor) {
    return fullId(inModelOrder ? sensors.get(model.sensors().indexOf(sensor)) : sensor);
  }
}
