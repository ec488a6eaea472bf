package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {
  private final ReasonWords words = new ReasonWords("EUR");

  @Test
  void numbers_areWrittenAsAFormatterWould() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      // sixteenths: no half is ambiguous in binary
      double units = random.nextInt(200_000) / 16.0;
      long cents = random.nextInt(2_000_000) - 1_000_000L;

      assertThat(words.units(units))
          .isEqualTo(
              String.format(Locale.ROOT, units == Math.rint(units) ? "%.0f" : "%.1f", units));
      assertThat(words.money(cents))
          .isEqualTo(String.format(Locale.ROOT, "EUR %.2f", cents / 100.0));
    }
    assertThat(words.percent(0.004)).isEqualTo("0.4 %");
    assertThat(words.percent(0.126)).isEqualTo("13 %");
    assertThat(words.percent(1)).isEqualTo("100 %");
  }

  @Test
  void days_ofAnyDistance_areTheirOwn() {
    assertThat(words.day(20_000)).isEqualTo("Fri 4 Oct");
    assertThat(words.day(20_064)).isEqualTo("Sat 7 Dec");
    assertThat(words.day(20_000)).isEqualTo("Fri 4 Oct");
  }
}
