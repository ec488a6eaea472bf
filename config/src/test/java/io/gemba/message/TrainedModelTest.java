package io.gemba.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  void json_withoutAKind_isOfDemand_asBeforeThereWereOthers() throws IOException {
    byte[] before =
        "{\"name\":\"a\",\"lastDay\":\"2026-11-21\",\"madeAt\":\"2026-11-22T12:00:00Z\",\"bytes\":\"\"}"
            .getBytes(StandardCharsets.UTF_8);

    TrainedModel model = Json.read(before, TrainedModel.class);

    assertThat(model.kind()).isEqualTo(TrainedModel.Kind.DEMAND);
    assertThat(model.key()).isEqualTo(TrainedModel.KEY);
  }

  @Test
  void life_needsNoDay_andReplacesOnlyThoseOfItsName() throws IOException {
    TrainedModel life = TrainedModel.ofLife("bearing", NOON, new byte[] {1});

    assertThat(life.key()).isEqualTo("life/bearing");
    assertThat(Json.read(Json.write(life), TrainedModel.class).kind())
        .isEqualTo(TrainedModel.Kind.LIFE);
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
