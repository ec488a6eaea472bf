package io.gemba.sensors.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.MachineState;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.sensors.payload.Decoded;
import io.gemba.sensors.payload.PayloadDecoder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulated devices send is what the gateway reads by default. */
class PlantFeedTest {
  private static final Instant NOW = Instant.parse("2026-10-13T08:42:00.123Z");
  private final PayloadDecoder gateway = new PayloadDecoder("venlo", 1_000, List.of());

  @Test
  void reading_isReadByTheGatewayAsItWas() throws Exception {
    Reading reading =
        new Reading("filler-2/flow", NOW.toEpochMilli(), 37.123456, 17, NOW.toEpochMilli());

    String payload =
        DeviceClient.readingPayload(reading.value(), reading.atMillis(), reading.seq());

    assertThat(
            gateway.decode(
                "gemba/venlo/filler-2/flow", payload.getBytes(UTF_8), NOW.toEpochMilli()))
        .isEqualTo(new Decoded.Accepted(Topic.READINGS, "filler-2/flow", reading));
  }

  @Test
  void state_isReadByTheGatewayAsItWas() throws Exception {
    MachineState down =
        new MachineState(
            "filler-2", NOW, 9, MachineState.State.DOWN, "bearing", "a \"quoted\\ item", 3, 1);
    MachineState running =
        new MachineState("filler-2", NOW, 10, MachineState.State.RUNNING, null, null, 0, 0);

    for (MachineState state : List.of(down, running)) {
      byte[] payload = PlantFeed.payload(state).getBytes(UTF_8);

      assertThat(gateway.decode("gemba/venlo/filler-2/state", payload, NOW.toEpochMilli()))
          .isEqualTo(new Decoded.Accepted(Topic.MACHINE_STATES, "filler-2", state));
    }
  }
}
