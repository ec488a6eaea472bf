package io.gemba.maintenance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.WearPart;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelFitTest {
  @Test
  void machinesThatNameTheModel_areSortedIntoFittingAndRefused() {
    LifeModel model = TestUnits.trainer(4, 2).train();
    List<WatchedPart> parts =
        List.of(
            part("mixer", "bearing", TestUnits.SENSORS),
            part("oven", "bearing", List.of("heat")),
            part("press", "belt", TestUnits.SENSORS));

    ModelFit fit = ModelFit.of(model, "bearing", parts);

    assertThat(fit.machines()).containsExactly("mixer");
    assertThat(fit.refusals()).singleElement().asString().contains("'oven'", "'vibration'");
  }

  private static WatchedPart part(String id, String model, List<String> sensors) {
    WearPart part = new WearPart("seal", model, List.of(), 1.5, null, 1, 1, 1, null, List.of());
    List<Sensor> all = sensors.stream().map(name -> new Sensor(name, name, "1", 0, 10, 2)).toList();
    Machine machine = new Machine(id, id, "", 1, 1, 1, all);
    return requireNonNull(WatchedPart.of(List.of(machine.with(part))).get(id));
  }
}
