package io.gemba.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class TrainedModelTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void replaces_newer_butNotOlderNorItself() {
    TrainedModel old = model("a", NOON, 10);
    TrainedModel young = model("a", NOON.plusSeconds(1), 10);

    assertThat(young.replaces(old)).isTrue();
    assertThat(old.replaces(young)).isFalse();
    assertThat(old.replaces(old)).isFalse();
  }

  @Test
  void replaces_sameInstant_exactlyOneOfTwoNames() {
    TrainedModel a = model("a", NOON, 10);
    TrainedModel b = model("b", NOON, 10);

    assertThat(b.replaces(a)).isTrue();
    assertThat(a.replaces(b)).isFalse();
  }

  @Test
  void json_largestModel_comesBackByteForByte() throws IOException {
    TrainedModel model = model("large", NOON, 700_000);
    model.bytes()[699_999] = 7;

    TrainedModel back = Json.read(Json.write(model), TrainedModel.class);

    assertThat(back.bytes()).isEqualTo(model.bytes());
    assertThat(Json.write(model).length).as("a broker's usual limit").isLessThan(1 << 20);
  }

  @Test
  void constructor_tooLarge_saysHowLargeItMayBe() {
    assertThatThrownBy(() -> model("large", NOON, 700_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("700001")
        .hasMessageContaining("at most 700000");
  }

  private static TrainedModel model(String name, Instant madeAt, int bytes) {
    return new TrainedModel(name, LocalDate.of(2026, 11, 21), madeAt, new byte[bytes]);
  }
}
