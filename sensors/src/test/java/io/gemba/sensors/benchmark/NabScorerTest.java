package io.gemba.sensors.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers follow the published formula by hand, not this code. */
final class NabScorerTest {
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 0, 0);
  private static final int READINGS = 200;
  private static final int FROM = 100;
  private static final int TO = 119;

  private final NabSeries series = series("a.csv", new NabSeries.Window(at(FROM), at(TO)));

  @Test
  void noAlarm_isZero() {
    assertThat(best(new double[READINGS]).score()).isZero();
  }

  @Test
  void alarmAtTheStartOfTheWindow_isPerfect() {
    assertThat(best(alarms(FROM)).score()).isEqualTo(100, within(1e-9));
  }

  @Test
  void alarmInTheMiddle_isWorthTheSigmoid() {
    double middle = (2 / (1 + Math.exp(-5 * 0.5)) - 1) / (2 / (1 + Math.exp(-5)) - 1);

    assertThat(best(alarms(FROM + 10)).score()).isEqualTo(50 * (1 + middle), within(1e-9));
  }

  @Test
  void secondAlarmInAWindow_changesNothing() {
    assertThat(best(alarms(FROM, FROM + 10)).score()).isEqualTo(100, within(1e-9));
  }

  @Test
  void alarmBeforeAllWindows_costsItsWholeWeight() {
    NabScorer.Result result =
        NabScorer.at(1, List.of(new NabScorer.Scored(series, alarms(50, FROM))), standard());

    assertThat(result.score()).isEqualTo(100 * (2 - 0.11) / 2, within(1e-9));
    assertThat(result.falseAlarms()).isEqualTo(1);
  }

  @Test
  void alarmJustPastTheWindow_costsLittle() {
    double cost = -(2 / (1 + Math.exp(5.0 / 19)) - 1) * 0.11;
    NabScorer.Result result =
        NabScorer.at(1, List.of(new NabScorer.Scored(series, alarms(FROM, TO + 1))), standard());

    assertThat(result.score()).isEqualTo(100 * (2 - cost) / 2, within(1e-9));
  }

  @Test
  void alarmOnProbation_countsForNothing() {
    assertThat(best(alarms(29, FROM)).falseAlarms()).isZero();
    assertThat(
            NabScorer.at(1, List.of(new NabScorer.Scored(series, alarms(30))), standard())
                .falseAlarms())
        .isEqualTo(1);
  }

  @Test
  void best_takesTheThresholdBetweenGoodAndBadAlarms() {
    double[] scores = alarms(FROM);
    scores[50] = 0.4;

    NabScorer.Result result = best(scores);

    assertThat(result.threshold()).isEqualTo(1);
    assertThat(result.score()).isEqualTo(100, within(1e-9));
  }

  @Test
  void missedWindow_weighsTwiceForLowFalseNegatives() {
    NabSeries other = series("b.csv", new NabSeries.Window(at(FROM), at(TO)));
    List<NabScorer.Scored> half =
        List.of(
            new NabScorer.Scored(series, alarms(FROM + 10)),
            new NabScorer.Scored(other, new double[READINGS]));
    double middle = (2 / (1 + Math.exp(-2.5)) - 1) / (2 / (1 + Math.exp(-5)) - 1);

    assertThat(NabScorer.best(half, NabProfile.LOW_FALSE_NEGATIVES).score())
        .isEqualTo(100 * (middle + 2) / 6, within(1e-9));
  }

  @Test
  void heldOut_ofSeriesWithTheSameScores_losesNothing() {
    List<NabScorer.Scored> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          new NabScorer.Scored(
              series("s" + i, new NabSeries.Window(at(FROM), at(TO))), alarms(FROM)));
    }

    assertThat(NabScorer.heldOut(all, standard(), 5, 1)).isEqualTo(100, within(1e-9));
  }

  @Test
  void windowThatEndsAtNoReading_isNamed() {
    assertThatThrownBy(() -> series("c.csv", new NabSeries.Window(at(5), at(5).plusSeconds(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c.csv");
  }

  private NabScorer.Result best(double[] scores) {
    return NabScorer.best(List.of(new NabScorer.Scored(series, scores)), standard());
  }

  private static NabProfile standard() {
    return NabProfile.STANDARD;
  }

  private static double[] alarms(int... readings) {
    double[] scores = new double[READINGS];
    for (int reading : readings) {
      scores[reading] = 1;
    }
    return scores;
  }

  private static NabSeries series(String name, NabSeries.Window... windows) {
    List<LocalDateTime> times = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      times.add(at(i));
    }
    return new NabSeries(name, times, new double[READINGS], List.of(windows));
  }

  private static LocalDateTime at(int reading) {
    return START.plusMinutes(5L * reading);
  }
}
