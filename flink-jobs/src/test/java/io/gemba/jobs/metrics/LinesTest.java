package io.gemba.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.Cost;
import io.gemba.message.Episode;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final Instant AT = Instant.ofEpochMilli(1_795_329_000_123L);

  @Test
  void reading_isValueOfItsSensorInNanos() {
    Reading reading = new Reading("press/force", AT.toEpochMilli(), 3.5, 7, 0);

    String line = Lines.of(reading);

    assertThat(line).isEqualTo("readings,sensor=press/force value=3.5 1795329000123000000");
  }

  @Test
  void cost_hasIntegerFields() {
    Cost cost =
        new Cost("c-1", AT, Cost.Kind.TRANSPORT, "north", "plan-1", -120, 99, "why", List.of());

    String line = Lines.of(cost);

    assertThat(line)
        .isEqualTo(
            "costs,kind=TRANSPORT,place=north,id=c-1 cents=-120i,baseline_cents=99i"
                + " 1795329000123000000");
  }

  @Test
  void cost_ofNoPlace_hasNoSuchTag() {
    Cost cost = new Cost("c-1", AT, Cost.Kind.STAFF, "", "plan-1", 1, 1, "", List.of());

    String line = Lines.of(cost);

    assertThat(line).startsWith("costs,kind=STAFF,id=c-1 cents=1i");
  }

  @Test
  void production_isAtTheWindowsStartWithAllLostMinutes() {
    ProductionWindow window =
        new ProductionWindow(
            "w-1",
            2,
            "filler-1",
            AT,
            AT.plusSeconds(3600),
            "early",
            60,
            0.75,
            0.5,
            1,
            0.375,
            10,
            0,
            Map.of("bearing", 10.0, "starved", 5.0),
            4200,
            false,
            List.of(),
            0,
            List.of());

    String line = Lines.of(window);

    assertThat(line)
        .isEqualTo(
            "production,machine=filler-1 availability=0.75,performance=0.5,quality=1.0,oee=0.375,"
                + "lost_minutes=15.0,lost_cents=4200i 1795329000123000000");
  }

  @Test
  void episode_isAtItsOnsetThroughAllRevisions() {
    Episode opened = episode(0, Episode.State.OPEN, null);
    Episode closed = episode(3, Episode.State.CLOSED, AT.plusSeconds(60));

    assertThat(Lines.of(opened))
        .isEqualTo(
            "anomalies,sensor=press/force,id=e-1 severity=2i,score=6.5,open=1i,revision=0i"
                + " 1795329000123000000");
    assertThat(Lines.of(closed))
        .isEqualTo(
            "anomalies,sensor=press/force,id=e-1 severity=2i,score=6.5,open=0i,revision=3i"
                + " 1795329000123000000");
  }

  @Test
  void forecastError_isForecastLessActual() {
    String line = Lines.of(new ForecastError("oat-bar", "store-3", 20_000, 12, 9.5, 14), 1000);

    assertThat(line)
        .isEqualTo(
            "forecast_errors,item=oat-bar,place=store-3 actual=12.0,forecast=9.5,error=-2.5,"
                + "model=14.0,model_error=2.0 1000000000");
  }

  @Test
  void tag_charactersThatEndIt_areEscapedOrReplaced() {
    Reading reading = new Reading("a b,c=d\\e\nf/\u00e9\"", 0, 1, 0, 0);

    String line = Lines.of(reading);

    assertThat(line).isEqualTo("readings,sensor=a\\ b\\,c\\=d/e\\ f/\u00e9\" value=1.0 0");
  }

  @Test
  void time_beyondNanoseconds_throws() {
    Reading reading = new Reading("a/b", Long.MAX_VALUE / 1_000, 1, 0, 0);

    assertThatThrownBy(() -> Lines.of(reading)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void point_fieldOfAnotherTypeOrMissing_throws() {
    PointLine point = new PointLine(Measurement.READINGS).tag("a/b");

    assertThatThrownBy(() -> point.field(1L))
        .hasMessageContaining("value")
        .hasMessageContaining("DOUBLE");
    assertThatThrownBy(() -> point.at(0)).hasMessageContaining("lacks values");
  }

  private static Episode episode(int revision, Episode.State state, Instant end) {
    return new Episode(
        "e-1",
        revision,
        Episode.Kind.ANOMALY,
        "press/force",
        "press",
        "residual",
        state,
        Episode.Severity.HIGH,
        6.5,
        AT,
        AT.plusSeconds(30),
        end,
        9,
        1.0,
        2.0,
        "too high",
        List.of());
  }
}
