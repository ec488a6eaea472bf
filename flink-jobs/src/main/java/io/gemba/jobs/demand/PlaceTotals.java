package io.gemba.jobs.demand;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.TradingDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * What one place asks of one place of work, over all items that come from there.
 *
 * @param workPlace place that does the work
 * @param place place whose demand it is
 * @param origin last complete day, since 1970-01-01
 * @param values units sold a day up to the origin, oldest first, {@code NaN} where unknown
 * @param level expected units of a day of weekday factor 1
 * @param profile how the week goes at the place
 * @param soldByHour units sold by hour of the day, 24; all 0 when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record PlaceTotals(
    String workPlace,
    String place,
    int origin,
    float[] values,
    double level,
    WeekdayProfile profile,
    double[] soldByHour) {

  /** About 3,400 bytes. */
  record TotalsCodec() implements Codec<PlaceTotals> {
    @Override
    public Class<PlaceTotals> type() {
      return PlaceTotals.class;
    }

    @Override
    public void write(PlaceTotals totals, DataOutputView out) throws IOException {
      StringValue.writeString(totals.workPlace, out);
      StringValue.writeString(totals.place, out);
      out.writeInt(totals.origin);
      for (float value : totals.values) {
        out.writeFloat(value);
      }
      out.writeDouble(totals.level);
      for (double factor : totals.profile.factors()) {
        out.writeDouble(factor);
      }
      for (double units : totals.soldByHour) {
        out.writeDouble(units);
      }
    }

    @Override
    public PlaceTotals read(DataInputView in, int layout) throws IOException {
      String workPlace = StringValue.readString(in);
      String place = StringValue.readString(in);
      int origin = in.readInt();
      float[] values = new float[DemandHistory.DAYS];
      for (int i = 0; i < values.length; i++) {
        values[i] = in.readFloat();
      }
      double level = in.readDouble();
      double[] factors = doubles(in, WeekdayProfile.DAYS);
      double[] hours = doubles(in, TradingDays.HOURS);
      return new PlaceTotals(
          workPlace, place, origin, values, level, WeekdayProfile.restored(factors), hours);
    }

    private static double[] doubles(DataInputView in, int count) throws IOException {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = in.readDouble();
      }
      return values;
    }
  }
}
