package io.gemba.sensors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EpisodeWatchTest {
  private static final long START = 1_790_000_000_000L;
  private static final double OPENS_AT = 4;
  private static final Surprise USUAL = surprise(0);

  private final EpisodeWatch watch = new EpisodeWatch();
  private long atMillis = START;

  @Test
  void sameSurprise_manyTimesADay_opensAsOftenAsTheBudgetAllows() {
    int opened = 0;

    for (int i = 0; i < 30; i++) {
      opened += opens(OPENS_AT + 0.1) ? 1 : 0;
    }

    assertThat(opened).isEqualTo(EpisodeWatch.BUDGET_ALARMS);
  }

  @Test
  void clearlyRarerSurprise_beyondTheBudget_stillOpens() {
    for (int i = 0; i < 30; i++) {
      opens(OPENS_AT + 0.1);
    }

    assertThat(opens(OPENS_AT + 2)).isTrue();
  }

  @Test
  void sameSurprise_afterDaysWithoutAlarms_opensAgain() {
    for (int i = 0; i < 30; i++) {
      opens(OPENS_AT + 0.1);
    }
    atMillis += Duration.ofDays(3).toMillis();

    assertThat(opens(OPENS_AT + 0.1)).isTrue();
  }

  /** Sends one surprise and then enough of the usual to close what it opened. */
  private boolean opens(double decades) {
    Episode episode = update(surprise(decades));
    for (int i = 0; i < EpisodeWatch.HOLD_READINGS; i++) {
      update(USUAL);
    }
    assertThat(watch.isOpen()).isFalse();
    return episode != null;
  }

  private @Nullable Episode update(Surprise surprise) {
    atMillis += 1_000;
    return watch.update(new Reading("m/s", atMillis, 1, atMillis, atMillis), surprise, OPENS_AT);
  }

  private static Surprise surprise(double decades) {
    return new Surprise(decades, "seasonal", 0, 2);
  }
}
