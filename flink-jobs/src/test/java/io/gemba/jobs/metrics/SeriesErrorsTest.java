package io.gemba.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.metrics.SeriesErrors.DayError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesErrorsTest {
  private static final int MONDAY = 20_000;

  private final SeriesErrors errors = new SeriesErrors();

  @Test
  void total_afterItsForecast_isErrorOfThatDay() {
    assertThat(errors.forecast(outlook(MONDAY - 1, List.of(5.0, 6.0)))).isEmpty();

    assertThat(errors.total(MONDAY, 0, 7)).containsExactly(new DayError(MONDAY, 7, 5, 5));
    assertThat(errors.total(MONDAY + 1, 0, 8)).containsExactly(new DayError(MONDAY + 1, 8, 6, 6));
  }

  @Test
  void total_beforeItsForecast_isErrorWhenTheForecastComes() {
    assertThat(errors.total(MONDAY, 0, 7)).isEmpty();

    assertThat(errors.forecast(outlook(MONDAY - 1, List.of(5.0))))
        .containsExactly(new DayError(MONDAY, 7, 5, 5));
  }

  @Test
  void forecast_madeOnOrAfterTheDay_isNoForecastOfIt() {
    errors.total(MONDAY, 0, 7);

    assertThat(errors.forecast(outlook(MONDAY, List.of(5.0)))).isEmpty();
  }

  @Test
  void forecast_ofLaterOriginBeforeTheDay_replacesTheEarlierOneAndNotTheOtherWay() {
    errors.forecast(outlook(MONDAY - 1, List.of(5.0)));
    errors.forecast(outlook(MONDAY - 3, List.of(1.0, 2.0, 3.0)));

    List<DayError> news = errors.total(MONDAY, 0, 7);

    assertThat(news).containsExactly(new DayError(MONDAY, 7, 5, 5));
  }

  @Test
  void repeats_tellNothingAndCorrections_tellAgain() {
    errors.forecast(outlook(MONDAY - 1, List.of(5.0)));
    errors.total(MONDAY, 0, 7);

    assertThat(errors.total(MONDAY, 0, 7)).isEmpty();
    assertThat(errors.forecast(outlook(MONDAY - 1, List.of(5.0)))).isEmpty();
    assertThat(errors.total(MONDAY, 2, 9)).containsExactly(new DayError(MONDAY, 9, 5, 5));
    assertThat(errors.total(MONDAY, 1, 8)).isEmpty();
  }

  @Test
  void sales_areSummedOnceWhenTheDayIsOver() {
    errors.forecast(outlook(MONDAY - 1, List.of(5.0, 6.0)));

    assertThat(errors.sale(MONDAY, 1, 2)).isEmpty();
    assertThat(errors.sale(MONDAY, 2, 1)).isEmpty();
    assertThat(errors.sale(MONDAY, 1, 2)).isEmpty();
    assertThat(errors.sale(MONDAY + 1, 3, 4)).isEmpty();
    assertThat(errors.forecast(outlook(MONDAY, List.of(6.5))))
        .containsExactly(new DayError(MONDAY, 3, 5, 5));
    assertThat(errors.sale(MONDAY, 4, 10)).containsExactly(new DayError(MONDAY, 13, 5, 5));
  }

  @Test
  void dayWithoutSales_isZeroOnceALaterDayHasSome() {
    errors.sale(MONDAY - 1, 7, 1);
    errors.forecast(outlook(MONDAY - 1, List.of(5.0, 6.0)));
    errors.forecast(outlook(MONDAY + 1, List.of(6.0)));

    List<DayError> news = errors.sale(MONDAY + 2, 1, 1);

    assertThat(news)
        .containsExactly(new DayError(MONDAY, 0, 5, 5), new DayError(MONDAY + 1, 0, 6, 6));
  }

  @Test
  void daysBeforeTheFirstDemand_areUnknownNotZero() {
    errors.forecast(outlook(MONDAY - 3, List.of(5.0, 6.0)));
    errors.forecast(outlook(MONDAY, List.of(6.0)));

    assertThat(errors.sale(MONDAY + 1, 1, 1)).isEmpty();
  }

  @Test
  void oldDays_areForgotten() {
    for (int day = MONDAY; day < MONDAY + 400; day++) {
      errors.total(day, 0, 1);
      errors.forecast(outlook(day, List.of(1.0, 2.0)));
    }

    assertThat(errors.days()).hasSize(SeriesErrors.KEPT_DAYS + 3);
    assertThat(errors.total(MONDAY, 5, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyOrder_withRestoresBetween_endsAlike(long seed) throws IOException {
    Random random = new Random(seed);
    List<int[]> events = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      events.add(new int[] {0, MONDAY + day, random.nextInt(50)});
      events.add(new int[] {1, MONDAY + day, random.nextInt(50)});
    }

    Map<Integer, DayError> inOrder = lastErrors(events, random, false);
    Collections.shuffle(events, random);
    Map<Integer, DayError> shuffled = lastErrors(events, random, true);

    assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder).hasSize(19);
  }

  @Test
  void overriddenForecast_keepsTheModelsErrorBesideIt() {
    errors.forecast(outlook(MONDAY - 1, List.of(5.0)));
    errors.forecast(new Outlook("a@b", MONDAY - 1, List.of(9.0), List.of(5.0)));

    List<DayError> overridden = errors.total(MONDAY, 0, 8);
    List<DayError> withdrawn = errors.forecast(outlook(MONDAY - 1, List.of(5.0)));

    assertThat(overridden).containsExactly(new DayError(MONDAY, 8, 9, 5));
    assertThat(withdrawn).containsExactly(new DayError(MONDAY, 8, 5, 5));
  }

  @Test
  void stateOfTheLayoutBefore_isReadAsIfNoPlannerSpoke() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    for (int number : new int[] {MONDAY - 1, MONDAY, MONDAY, 1, MONDAY, MONDAY - 1}) {
      out.writeInt(number);
    }
    out.writeDouble(5); // forecast
    out.writeInt(0); // total's revision
    out.writeDouble(7);
    out.writeDouble(0);
    out.writeInt(0); // sales
    out.writeDouble(7); // told
    out.writeDouble(5);

    SeriesErrors restored =
        new SeriesErrorsCodec().read(new DataInputDeserializer(out.getCopyOfBuffer()), 1);

    assertThat(restored.forecast(outlook(MONDAY - 1, List.of(5.0)))).isEmpty();
    assertThat(restored.total(MONDAY, 1, 8)).containsExactly(new DayError(MONDAY, 8, 5, 5));
  }

  private static Outlook outlook(int origin, List<Double> mean) {
    return new Outlook("a@b", origin, mean, mean);
  }

  private static Map<Integer, DayError> lastErrors(
      List<int[]> events, Random random, boolean restoring) throws IOException {
    SeriesErrors errors = new SeriesErrors();
    Map<Integer, DayError> last = new HashMap<>();
    for (int[] event : events) {
      List<DayError> news =
          event[0] == 0
              ? errors.total(event[1], 0, event[2])
              : errors.forecast(outlook(event[1], List.of((double) event[2], 99.0, 98.0)));
      news.forEach(error -> last.put(error.day(), error));
      if (restoring && random.nextBoolean()) {
        errors = random.nextBoolean() ? new SeriesErrorsCodec().copy(errors) : restored(errors);
      }
    }
    return last;
  }

  private static SeriesErrors restored(SeriesErrors errors) throws IOException {
    SeriesErrorsCodec codec = new SeriesErrorsCodec();
    DataOutputSerializer out = new DataOutputSerializer(64);
    codec.write(errors, out);
    return codec.read(new DataInputDeserializer(out.getCopyOfBuffer()), codec.layout());
  }
}
