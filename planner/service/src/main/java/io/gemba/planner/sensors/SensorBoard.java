package io.gemba.planner.sensors;

import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.intake.LiveIntake;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What sensors say now. Rebuilt from the topics after a start, so it is not stored. Thread safe.
 */
public final class SensorBoard implements LiveIntake.Shown {
  private static final int MOST_SENSORS = 20_000;

  private final EventHub hub;
  private final Map<String, Named> named = new ConcurrentHashMap<>();
  private final Map<String, SensorStatus> states = new ConcurrentHashMap<>();
  private final AtomicLong latestMillis = new AtomicLong();

  private record Named(String machine, Sensor sensor) {}

  /**
   * A sensor's state with its name and range; unit is empty for a sensor the site does not know.
   */
  public record Row(
      String sensor,
      Instant at,
      double value,
      long readings,
      long duplicates,
      long rejected,
      @Nullable String fault,
      @Nullable Double expectedLow,
      @Nullable Double expectedHigh,
      String machine,
      String name,
      String unit,
      @Nullable Double minimum,
      @Nullable Double maximum,
      SensorStatus.@Nullable Delivery delivery) {}

  /** Shows the sensors of a site and any other that has readings. */
  public SensorBoard(Site site, EventHub hub) {
    this.hub = hub;
    for (Machine machine : site.machines()) {
      for (Sensor sensor : machine.sensors()) {
        named.put(machine.id() + "/" + sensor.id(), new Named(machine.id(), sensor));
      }
    }
  }

  @Override
  public void reading(Reading reading) {
    if (reading.runsAhead()) {
      return;
    }
    latestMillis.accumulateAndGet(reading.atMillis(), Math::max);
    hub.sensor(new EventHub.SensorValue(reading.sensor(), reading.atMillis(), reading.value()));
  }

  @Override
  public void status(SensorStatus status) {
    if (states.size() < MOST_SENSORS || states.containsKey(status.sensor())) {
      states.merge(
          status.sensor(), status, (before, now) -> now.at().isBefore(before.at()) ? before : now);
    }
  }

  /** All sensors that have said anything, by id. */
  public List<Row> rows() {
    return states.values().stream()
        .sorted(java.util.Comparator.comparing(SensorStatus::sensor))
        .map(this::row)
        .toList();
  }

  /** Time of the latest reading. */
  public Optional<Instant> findLatest() {
    long millis = latestMillis.get();
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** The unit of a sensor; empty when the site does not know it. */
  public String unit(String sensor) {
    Named known = named.get(sensor);
    return known == null ? "" : known.sensor().unit();
  }

  private Row row(SensorStatus state) {
    Named known = named.get(state.sensor());
    int slash = state.sensor().indexOf('/');
    String machine = slash < 0 ? "" : state.sensor().substring(0, slash);
    return new Row(
        state.sensor(),
        state.at(),
        state.value(),
        state.readings(),
        state.duplicates(),
        state.rejected(),
        state.fault(),
        state.expectedLow(),
        state.expectedHigh(),
        known == null ? machine : known.machine(),
        known == null ? state.sensor().substring(slash + 1) : known.sensor().name(),
        known == null ? "" : known.sensor().unit(),
        known == null ? null : known.sensor().minimum(),
        known == null ? null : known.sensor().maximum(),
        state.delivery());
  }
}
