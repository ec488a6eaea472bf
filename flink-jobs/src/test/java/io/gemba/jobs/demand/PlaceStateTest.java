package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.TradingDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.jobs.pace.Pace;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

final class PlaceStateTest {
  private static final PlaceState.StateCodec CODEC = new PlaceState.StateCodec();
  private static final WeekdayProfile WEEK = WeekdayProfile.of(0.5, 0.5, 1, 1, 1, 1, 2);
  private static final int DAY = 20_000;

  @Test
  void read_checkpointFromBeforeModels_keepsAllAndServesTheMovingAverage() throws IOException {
    DataInputDeserializer in = bytes(layoutOne());

    PlaceState state = CODEC.read(in, 1);

    assertThat(in.available()).as("bytes left").isZero();
    assertThat(state.trading().soldOn(DAY)).isTrue();
    assertThat(state.trading().soldOn(DAY - 1)).isFalse();
    assertThat(state.profile()).isEqualTo(WEEK);
    assertThat(state.newestDay()).isEqualTo(DAY);
    assertThat(state.isRecentChanged()).isTrue();
    assertThat(state.mustForecastAll(WEEK, Forecaster.MODEL)).as("nothing has changed").isFalse();
    assertThat(state.mustForecastAll(WEEK, "trees-2026-01-01")).as("a model has come").isTrue();
  }

  @Test
  void write_readAgain_keepsTheModel() throws IOException {
    PlaceState state = CODEC.read(bytes(layoutOne()), 1);
    state.mustForecastAll(WEEK, "trees-2026-01-01");
    DataOutputSerializer out = new DataOutputSerializer(64);

    CODEC.write(state, out);
    PlaceState again = CODEC.read(bytes(out), CODEC.layout());

    assertThat(CODEC.layout()).isEqualTo(2);
    assertThat(again.mustForecastAll(WEEK, "trees-2026-01-01")).isFalse();
    assertThat(again.newestDay()).isEqualTo(DAY);
  }

  /** What layout 1 wrote: trading days, pace, seven factors, two flags around the newest day. */
  private static DataOutputSerializer layoutOne() throws IOException {
    TradingDays trading = new TradingDays();
    trading.add(DAY, 9, 3);
    DataOutputSerializer out = new DataOutputSerializer(64);
    trading.write(out);
    new Pace().write(out);
    for (double factor : WEEK.factors()) {
      out.writeDouble(factor);
    }
    out.writeBoolean(false);
    out.writeInt(DAY);
    out.writeBoolean(true);
    return out;
  }

  private static DataInputDeserializer bytes(DataOutputSerializer out) {
    return new DataInputDeserializer(out.getCopyOfBuffer());
  }
}
