package io.gemba.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PriceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void json_withoutAnEnd_isAPriceUntilFurtherNotice() throws IOException {
    String json =
        "{\"id\":\"p1\",\"revision\":0,\"item\":\"soup\",\"place\":\"north\","
            + "\"from\":\"2026-11-23\",\"priceCents\":199,\"withdrawn\":false}";

    Price price = Json.read(json.getBytes(StandardCharsets.UTF_8), Price.class);

    assertThat(price).isEqualTo(new Price("p1", 0, "soup", "north", DAY, null, 199, false));
    assertThat(price.series()).isEqualTo("soup@north");
    assertThat(Json.read(Json.write(price), Price.class)).isEqualTo(price);
  }

  @Test
  void wrong_isNamed() {
    assertThatThrownBy(() -> new Price("p", 0, "soup", "a", DAY, DAY.minusDays(1), 1, false))
        .hasMessage("to (2026-11-22) must not be before from (2026-11-23).");
    assertThatThrownBy(() -> new Price("p", 0, "soup", "a", DAY, DAY, -1, false))
        .hasMessageContaining("priceCents");
    assertThatThrownBy(() -> new Price("", 0, "soup", "a", DAY, DAY, 1, false))
        .hasMessageContaining("id");
  }
}
