package io.gemba.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MachineLifeTest {
  @Test
  void json_readsBackWhatWasWritten_andNothingElse() throws IOException {
    MachineLife life = life(20, 10, 30);

    assertThat(Json.read(Json.write(life), MachineLife.class)).isEqualTo(life);
    assertThat(new String(Json.write(life), StandardCharsets.UTF_8)).doesNotContain("GoodAsNew");
  }

  @Test
  void asGoodAsNew_isNearWhatTheModelCanTell() {
    assertThat(life(112, 100, 125).asGoodAsNew()).isFalse();
    assertThat(life(113, 100, 125).asGoodAsNew()).isTrue();
  }

  @Test
  void wrongValues_areNamed() {
    assertThatThrownBy(() -> life(20, 21, 30)).hasMessageContaining("lowCycles (21.0)");
    assertThatThrownBy(() -> life(20, 10, 19)).hasMessageContaining("highCycles (19.0)");
    assertThatThrownBy(() -> life(Double.NaN, 10, 19)).hasMessageContaining("(NaN)");
    assertThatThrownBy(() -> life(20, -1, 19)).hasMessageContaining("lowCycles (-1.0)");
    assertThatThrownBy(() -> new MachineLife.Moved("", 1)).hasMessageContaining("sensor");
  }

  private static MachineLife life(double expected, double low, double high) {
    return new MachineLife(
        "mixer",
        "bearing",
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(3600),
        1,
        60,
        expected,
        low,
        high,
        125,
        List.of(new MachineLife.Moved("mixer/vibration", 5.5)),
        List.of("mixer/noise"));
  }
}
