package io.gemba.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class OverstockTest {
  @Test
  void json_readsBackWhatWasWritten_andNothingElse() throws IOException {
    Overstock one = overstock("soup", 7);

    assertThat(Json.read(Json.write(one), Overstock.class)).isEqualTo(one);
    assertThat(new String(Json.write(one), StandardCharsets.UTF_8))
        .doesNotContain("totalCents", "holds", "key");
  }

  @Test
  void following_goesOnWithIdAndRevision() {
    Overstock next = overstock("other", 0).following(overstock("soup", 7));

    assertThat(next.id()).isEqualTo("soup@a/2026-11-23/over");
    assertThat(next.revision()).isEqualTo(1);
    assertThat(next.item()).isEqualTo("other");
    assertThat(next.holds()).isFalse();
    assertThat(next.totalCents()).isEqualTo(750);
  }

  @Test
  void wrongValues_areNamed() {
    assertThatThrownBy(() -> overstock("soup", -1)).hasMessageContaining("excessUnits (-1.0)");
    assertThatThrownBy(() -> overstock("", 1)).hasMessageContaining("item");
  }

  private static Overstock overstock(String item, double units) {
    return new Overstock(
        item + "@a/2026-11-23/over",
        0,
        item,
        "a",
        Instant.EPOCH,
        40,
        6,
        units,
        5,
        12,
        LocalDate.of(2026, 12, 1),
        250,
        500,
        "b",
        "7 too many.");
  }
}
