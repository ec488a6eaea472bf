package io.gemba.jobs.demand;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.TradingDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** What the items of a place share: trading days, profile and model in use, and the pace. */
final class PlaceState {
  private final TradingDays trading;
  private final Pace pace;
  private WeekdayProfile profile = WeekdayProfile.flat();
  private String model = Forecaster.MODEL;
  private boolean areAllChanged;
  private boolean isRecentChanged;
  private int newestDay = Integer.MIN_VALUE;

  PlaceState() {
    this(new TradingDays(), new Pace());
  }

  private PlaceState(TradingDays trading, Pace pace) {
    this.trading = trading;
    this.pace = pace;
  }

  TradingDays trading() {
    return trading;
  }

  Pace pace() {
    return pace;
  }

  /** Notes that something of a day has come. */
  void sees(int epochDay) {
    newestDay = Math.max(newestDay, epochDay);
  }

  /** Newest day of which anything has come; {@code Integer.MIN_VALUE} if nothing has. */
  int newestDay() {
    return newestDay;
  }

  /** Notes that the forecasts may change, by a recent day or by one long past. */
  void changes(boolean isRecent) {
    isRecentChanged |= isRecent;
  }

  /** Whether anything recent changed since {@link #settle}. */
  boolean isRecentChanged() {
    return isRecentChanged;
  }

  /** All that changed is in the forecasts. */
  void settle() {
    isRecentChanged = false;
  }

  /** A new day has begun: the day before is complete for every item. */
  void changeAll() {
    areAllChanged = true;
  }

  WeekdayProfile profile() {
    return profile;
  }

  /** Puts profile and model to use and tells whether every item must be forecast again. */
  boolean mustForecastAll(WeekdayProfile newest, String newestModel) {
    boolean all = areAllChanged || !newest.equals(profile) || !newestModel.equals(model);
    profile = newest;
    model = newestModel;
    areAllChanged = false;
    return all;
  }

  /** 2,900 bytes. */
  record StateCodec() implements Codec<PlaceState> {
    private static final int WITH_MODEL = 2;

    @Override
    public int layout() {
      return WITH_MODEL;
    }

    @Override
    public Class<PlaceState> type() {
      return PlaceState.class;
    }

    @Override
    public boolean isImmutable() {
      return false;
    }

    @Override
    public PlaceState copy(PlaceState state) {
      PlaceState copy = new PlaceState(state.trading.copy(), state.pace.copy());
      copy.profile = state.profile;
      copy.model = state.model;
      copy.areAllChanged = state.areAllChanged;
      copy.newestDay = state.newestDay;
      copy.isRecentChanged = state.isRecentChanged;
      return copy;
    }

    @Override
    public void write(PlaceState state, DataOutputView out) throws IOException {
      state.trading.write(out);
      state.pace.write(out);
      for (double factor : state.profile.factors()) {
        out.writeDouble(factor);
      }
      out.writeBoolean(state.areAllChanged);
      out.writeInt(state.newestDay);
      out.writeBoolean(state.isRecentChanged);
      StringValue.writeString(state.model, out);
    }

    @Override
    public PlaceState read(DataInputView in, int layout) throws IOException {
      PlaceState state = new PlaceState(TradingDays.read(in), Pace.read(in));
      double[] factors = new double[WeekdayProfile.DAYS];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = in.readDouble();
      }
      state.profile = WeekdayProfile.restored(factors);
      state.areAllChanged = in.readBoolean();
      state.newestDay = in.readInt();
      state.isRecentChanged = in.readBoolean();
      if (layout >= WITH_MODEL) {
        state.model = StringValue.readString(in);
      }
      return state;
    }
  }
}
