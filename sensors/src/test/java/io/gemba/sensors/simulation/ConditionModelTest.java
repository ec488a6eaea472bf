package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Episode;
import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import io.gemba.sensors.detect.MachineSensors;
import io.gemba.sensors.detect.MachineWatch;
import io.gemba.sensors.detect.SensorWatch;
import io.gemba.sensors.quality.Limits;
import io.gemba.sensors.quality.Verdict;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionModelTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:30:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Site site = TestSites.demo();
  private final Machine compressor = WearHistories.machines(site).get(0);
  private final ConditionModel model = new ConditionModel(site, 42);

  @Test
  void firstStart_tellsOfAPartSomeDaysOld_andItsReadingsInOrder() {
    List<PartReplacement> first = model.begin(NOW.toEpochMilli());

    List<Reading> readings = upTo(NOW).readings();

    Instant putIn = first.get(0).at();
    assertThat(first).hasSize(1);
    assertThat(Duration.between(putIn, NOW))
        .isBetween(HOUR.multipliedBy(100), HOUR.multipliedBy(105));
    assertThat(readings).hasSizeBetween(4 * 4 * 100 - 4, 4 * 4 * 105);
    assertThat(readings).isSortedAccordingTo((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
    assertThat(readings).extracting(Reading::atMillis).allMatch(at -> at >= putIn.toEpochMilli());
    assertThat(readings.stream().map(r -> r.sensor() + r.seq())).doesNotHaveDuplicates();
  }

  @Test
  void partThatFails_standsForTheRepairAndIsReplaced() {
    Instant putIn = NOW.minus(HOUR.multipliedBy(90));
    model.replaced(new PartReplacement("compressor-1", putIn, "Ann"));
    long life = new WearingMachine(compressor, 42).lifeMillis(putIn.toEpochMilli());
    Instant failed = putIn.plusMillis(life);
    Instant repaired = failed.plus(Duration.ofHours(7));

    List<PartReplacement> first = model.begin(NOW.toEpochMilli());
    ConditionModel.Step step = upTo(repaired.plus(HOUR));

    assertThat(first).isEmpty();
    assertThat(step.replacements())
        .containsExactly(new PartReplacement("compressor-1", repaired, ConditionModel.BY));
    assertThat(currents(step.readings(), failed.plus(HOUR), repaired))
        .allMatch(amperes -> amperes < 5);
    assertThat(currents(step.readings(), repaired, repaired.plus(HOUR)))
        .allMatch(amperes -> amperes > 40);
  }

  @Test
  void wordOfAnOlderReplacement_changesNothing() {
    Instant putIn = NOW.minus(HOUR.multipliedBy(90));
    model.replaced(new PartReplacement("compressor-1", putIn, "Ann"));
    model.begin(NOW.toEpochMilli());
    List<Reading> before = upTo(NOW.plus(HOUR)).readings();
    ConditionModel other = new ConditionModel(site, 42);
    other.replaced(new PartReplacement("compressor-1", putIn, "Ann"));
    other.replaced(new PartReplacement("compressor-1", putIn.minus(HOUR), "Ann"));
    other.replaced(new PartReplacement("filler-1", NOW, "Ann"));
    other.begin(NOW.toEpochMilli());

    assertThat(upTo(other, NOW.plus(HOUR)).readings()).isEqualTo(before).hasSize(16);
  }

  @Test
  void heardBefore_sendsWhatWasReadSince_asFarAsTheMonitorRemembers() {
    Instant putIn = NOW.minus(HOUR.multipliedBy(80));
    model.replaced(new PartReplacement("compressor-1", putIn, "Ann"));
    model.heard(life(NOW.minus(HOUR.multipliedBy(31))));
    model.heard(life(NOW.minus(HOUR.multipliedBy(30))));
    ConditionModel longAgo = new ConditionModel(site, 42);
    longAgo.replaced(new PartReplacement("compressor-1", NOW.minus(HOUR.multipliedBy(900)), "Ann"));
    longAgo.heard(life(NOW.minus(HOUR.multipliedBy(800))));

    assertThat(model.begin(NOW.toEpochMilli())).isEmpty();
    longAgo.begin(NOW.toEpochMilli());

    List<Reading> readings = upTo(NOW).readings();
    assertThat(readings).hasSize(30 * 4 * 4);
    assertThat(readings.get(0).atMillis())
        .isGreaterThan(NOW.minus(HOUR.multipliedBy(30)).toEpochMilli());
    assertThat(upTo(longAgo, NOW).readings().get(0).atMillis())
        .isGreaterThan(NOW.toEpochMilli() - ConditionModel.MEMORY_MILLIS);
  }

  private static MachineLife life(Instant at) {
    return new MachineLife("compressor-1", "m", at, at, 1, 60, 9, 8, 10, 125, List.of(), List.of());
  }

  @Test
  void replacedByPeople_isAsNewAgain() {
    WearingMachine machine = new WearingMachine(WearHistories.machines(site).get(0), 42);
    long putIn =
        WearingMachineTest.fatigued(machine, NOW.minus(HOUR.multipliedBy(100)).toEpochMilli());
    model.replaced(new PartReplacement("compressor-1", Instant.ofEpochMilli(putIn), "Ann"));
    model.begin(NOW.toEpochMilli());
    double worn = vibration(upTo(NOW.plus(HOUR)).readings());

    model.replaced(new PartReplacement("compressor-1", NOW.plus(HOUR), "Ann"));
    double fresh = vibration(upTo(NOW.plus(HOUR.multipliedBy(2))).readings());

    assertThat(fresh).isLessThan(worn * 0.85);
  }

  /** Alarms of a part in its first two days are false: there is next to no wear yet. */
  @Test
  void newParts_raiseAtMostOneAlarmADay() {
    int alarms = 0;
    int parts = 20;
    for (int seed = 0; seed < parts; seed++) {
      alarms += alarms(seed, NOW.minus(HOUR.multipliedBy(400 + seed)), 48);
    }

    assertThat(alarms / (parts * 2.0)).isLessThanOrEqualTo(1);
  }

  private int alarms(long seed, Instant putIn, int hours) {
    List<Episode> opened = new ArrayList<>();
    Map<String, SensorWatch> watches = new HashMap<>();
    Map<String, Limits> limits = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (Sensor sensor : compressor.sensors()) {
      String id = compressor.id() + "/" + sensor.id();
      ids.add(id);
      watches.put(id, new SensorWatch());
      limits.put(id, Limits.of(sensor));
    }
    MachineWatch together = new MachineWatch(new MachineSensors(compressor.id(), ids, 900_000));
    WearingMachine machine = new WearingMachine(compressor, seed);
    for (long at = putIn.toEpochMilli() / 900_000 * 900_000 + 900_000;
        at < putIn.plus(HOUR.multipliedBy(hours)).toEpochMilli();
        at += 900_000) {
      for (int i = 0; i < ids.size(); i++) {
        Reading reading = machine.reading(i, putIn.toEpochMilli(), at);
        SensorWatch watch = watches.get(reading.sensor());
        Verdict verdict = watch.observe(reading, limits.get(reading.sensor()), opened::add);
        if (verdict == Verdict.TRUSTED) {
          together.observe(reading, opened::add);
        }
      }
    }
    opened.removeIf(one -> one.kind() != Episode.Kind.ANOMALY || one.revision() != 0);
    return opened.size();
  }

  private static double vibration(List<Reading> readings) {
    return readings.stream()
        .filter(one -> one.sensor().endsWith("/vibration"))
        .mapToDouble(Reading::value)
        .average()
        .orElseThrow();
  }

  private static List<Double> currents(List<Reading> readings, Instant from, Instant until) {
    List<Double> currents =
        readings.stream()
            .filter(one -> one.sensor().endsWith("/motor-current"))
            .filter(
                one ->
                    one.atMillis() >= from.toEpochMilli() && one.atMillis() < until.toEpochMilli())
            .map(Reading::value)
            .toList();
    assertThat(currents).isNotEmpty();
    return currents;
  }

  private ConditionModel.Step upTo(Instant until) {
    return upTo(model, until);
  }

  private static ConditionModel.Step upTo(ConditionModel model, Instant until) {
    List<Reading> readings = new ArrayList<>();
    List<PartReplacement> replacements = new ArrayList<>();
    ConditionModel.Step step;
    do {
      step = model.step(until.toEpochMilli());
      readings.addAll(step.readings());
      replacements.addAll(step.replacements());
    } while (!step.isUpToDate());
    return new ConditionModel.Step(readings, replacements, true);
  }
}
