package io.gemba.sensors.detect;

import static java.util.Objects.requireNonNull;
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

  @Test
  void statisticWhoseAlarmWasNoFault_mustBeHalfADecadeRarer_andTheOthersNeedNot() {
    watch.notAFault("a", "seasonal", atMillis);
    watch.notAFault("a", "seasonal", atMillis);

    assertThat(opens(surprise(OPENS_AT + 0.45))).isFalse();
    assertThat(opens(new Surprise(OPENS_AT + 0.45, "record", 0, 2))).isTrue();
    assertThat(opens(surprise(OPENS_AT + 0.55))).isTrue();
  }

  @Test
  void repeats_inAnyOrder_areLearntOnce() {
    for (String id : new String[] {"a", "b", "a", "b"}) {
      watch.notAFault(id, "seasonal", atMillis);
    }

    assertThat(opens(surprise(OPENS_AT + 1.05))).isTrue();
    assertThat(opens(surprise(OPENS_AT + 0.9))).isFalse();
  }

  @Test
  void whatWasSaid_fadesOverMonths_andDoesNotHoldForAReplayOfBefore() {
    long said = atMillis + Duration.ofDays(1).toMillis();
    watch.notAFault("a", "seasonal", said);

    assertThat(opens(surprise(OPENS_AT + 0.1))).as("before").isTrue();
    atMillis = said + Duration.ofDays(30).toMillis();
    assertThat(opens(surprise(OPENS_AT + 0.2))).as("a month later").isFalse();
    assertThat(opens(surprise(OPENS_AT + 0.3))).as("a month later").isTrue();
    atMillis = said + Duration.ofDays(120).toMillis();
    assertThat(opens(surprise(OPENS_AT + 0.1))).as("four months later").isTrue();
  }

  @Test
  void faultOfTheData_isNotLearntFrom() {
    watch.notAFault("a", "stuck", atMillis);

    assertThat(opens(surprise(OPENS_AT))).isTrue();
  }

  @Test
  void reason_doesNotCallAValueUnusualThatIsNot() {
    assertThat(reason(new Surprise(9, "seasonal", 2, 3)))
        .isEqualTo("It is too low: 1.000 where 2.000 to 3.000 is usual.");
    assertThat(reason(new Surprise(9, "seasonal", 0, 2)))
        .isEqualTo("It drifts: 1.000 now; single readings of 0.000 to 2.000 are usual.");
    assertThat(reason(new Surprise(9, "record", 0, 2)))
        .isEqualTo("It is beyond all that was seen before: 1.000.");
    assertThat(reason(new Surprise(9, "record", -2, 0)))
        .isEqualTo("It is beyond all that was seen before: 1.000 where -2.000 to 0.000 is usual.");
  }

  private static String reason(Surprise surprise) {
    Reading reading = new Reading("m/s", START, 1, 1, START);
    return requireNonNull(new EpisodeWatch().update(reading, surprise, OPENS_AT)).reason();
  }

  /** Sends one surprise and then enough of the usual to close what it opened. */
  private boolean opens(double decades) {
    return opens(surprise(decades));
  }

  private boolean opens(Surprise surprise) {
    Episode episode = update(surprise);
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
