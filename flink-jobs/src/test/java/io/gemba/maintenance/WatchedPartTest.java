package io.gemba.maintenance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.WearPart;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WatchedPartTest {
  private static LifeModel model;

  @BeforeAll
  static void train() {
    model = TestUnits.trainer(4, 2).train();
  }

  @Test
  void sensorsNamedAsInTheModel_fit_inAnyOrder_andNeedOnlyThoseItUses() {
    WatchedPart part = part(List.of("noise", "other", "vibration"), List.of());

    assertThat(part.refusal(model)).isNull();
    assertThat(part.places(model)).containsExactly(2, 0);
    assertThat(part.ownName(model, "vibration")).isEqualTo("mixer/vibration");
  }

  @Test
  void sensorsNamedOtherwise_fit_inTheModelsOrder() {
    WatchedPart part = part(List.of("a", "b", "c", "d"), List.of("c", "a", "b"));

    assertThat(part.refusal(model)).isNull();
    assertThat(part.places(model)).containsExactly(1, 2);
    assertThat(part.ownName(model, "vibration")).isEqualTo("mixer/a");
    assertThat(part.sensorIds()).containsExactlyInAnyOrder("mixer/a", "mixer/b", "mixer/c");
  }

  @Test
  void otherSensors_areRefused_namingMachineModelAndWhatIsMissing() {
    assertThat(requireNonNull(part(List.of("noise", "heat"), List.of()).refusal(model)))
        .contains("'mixer'", "'vibration'", "'bearing'", "constant, vibration, noise");
    assertThat(requireNonNull(part(List.of("a", "b"), List.of("a", "b")).refusal(model)))
        .contains("'mixer'", "2 sensors", "trained on 3", "constant, vibration, noise");
  }

  @Test
  void machinesWithoutAWearingPart_areNotWatched() {
    Machine machine = machine(List.of("a"));

    assertThat(machine.wearPart()).isNull();
    assertThat(part(List.of("a"), List.of()).cycleMillis()).isEqualTo(90_000);
    assertThat(part(List.of("a"), List.of()).silentMillis()).isEqualTo(6_000);
  }

  private static WatchedPart part(List<String> sensors, List<String> inOrder) {
    WearPart part = new WearPart("seal", "bearing", inOrder, 1.5, null, 1, 1, 1, null, List.of());
    return requireNonNull(WatchedPart.of(List.of(machine(sensors).with(part))).get("mixer"));
  }

  private static Machine machine(List<String> sensors) {
    return new Machine(
        "mixer",
        "Mixer",
        "",
        1,
        1,
        1,
        sensors.stream().map(id -> new Sensor(id, id, "1", 0, 10, 2)).toList());
  }
}
