package io.gemba.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastOverrideTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void json_readsBackWhatWasWritten() throws IOException {
    ForecastOverride override = of(DAY.plusDays(2), null, 1.5).withdraw();

    assertThat(Json.read(Json.write(override), ForecastOverride.class)).isEqualTo(override);
    assertThat(override.revision()).isEqualTo(1);
  }

  @Test
  void holdsOn_itsDaysUntilItIsWithdrawn() {
    ForecastOverride override = of(DAY.plusDays(1), 4.0, null);

    assertThat(override.holdsOn(DAY.minusDays(1))).isFalse();
    assertThat(override.holdsOn(DAY)).isTrue();
    assertThat(override.holdsOn(DAY.plusDays(1))).isTrue();
    assertThat(override.holdsOn(DAY.plusDays(2))).isFalse();
    assertThat(override.withdraw().holdsOn(DAY)).isFalse();
  }

  @Test
  void wrongValues_areNamed() {
    assertThatThrownBy(() -> of(DAY, null, null)).hasMessageContaining("give one of them");
    assertThatThrownBy(() -> of(DAY, 1.0, 1.0)).hasMessageContaining("give one of them");
    assertThatThrownBy(() -> of(DAY, -1.0, null)).hasMessageContaining("units (-1.0)");
    assertThatThrownBy(() -> of(DAY, null, Double.NaN)).hasMessageContaining("factor (NaN)");
    assertThatThrownBy(() -> of(DAY.minusDays(1), 1.0, null)).hasMessageContaining("2026-11-22");
    assertThatThrownBy(() -> of(DAY.plusDays(367), 1.0, null)).hasMessageContaining("366 days");
  }

  @Test
  void forecastOfASenderBeforeOverrides_isReadAsTheModels() throws IOException {
    String json =
        """
        {"id": "f1", "item": "soup", "place": "a", "origin": "2026-11-22", "revision": 0,
         "madeAt": "2026-11-22T12:00:00Z", "model": "ma28", "mean": [1.0], "levels": [0.5],
         "daily": [[1.0]], "cumulative": [[1.0]]}
        """;

    Forecast forecast = Json.read(json.getBytes(StandardCharsets.UTF_8), Forecast.class);

    assertThat(forecast.replaced()).isNull();
    assertThat(forecast.modelMean()).isEqualTo(List.of(1.0));
    assertThat(Json.read(Json.write(forecast), Forecast.class)).isEqualTo(forecast);
  }

  private static ForecastOverride of(
      LocalDate to, @Nullable Double units, @Nullable Double factor) {
    return new ForecastOverride(
        "o",
        0,
        "soup",
        "a",
        DAY,
        to,
        units,
        factor,
        "Street fair.",
        "ann",
        Instant.parse("2026-11-22T12:00:00Z"),
        false);
  }
}
