package io.gemba.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Device;
import io.gemba.message.Device.Metric;
import io.gemba.message.Device.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

final class GoneSensorsTest {
  @Test
  void deviceOffline_givesItsSensors_andOnlineNone() {
    List<SensorNote> gone = new ArrayList<>();

    new GoneSensors().flatMap(device(State.ONLINE), new ListCollector<>(gone));
    new GoneSensors().flatMap(device(State.OFFLINE), new ListCollector<>(gone));

    assertThat(gone).extracting(SensorNote::sensor).containsExactly("filler/temp", "filler/load");
  }

  private static Device device(State state) {
    return new Device(
        "filler",
        "plant/edge-1",
        state,
        Instant.EPOCH,
        List.of(
            new Metric("filler/temp", "temp", "°C", true),
            new Metric("filler/load", "load", null, false)));
  }
}
