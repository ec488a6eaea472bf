package io.gemba.jobs.metrics;

import io.gemba.jobs.stream.Codec;
import io.gemba.message.Forecast;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What the errors need of a forecast, a fiftieth of it.
 *
 * @param key {@code item@place}
 * @param origin epoch day of the last day that was known
 * @param mean expected units of the days after
 */
record Outlook(String key, int origin, List<Double> mean) {

  static Outlook of(Forecast forecast) {
    return new Outlook(
        forecast.key(), Math.toIntExact(forecast.origin().toEpochDay()), forecast.mean());
  }

  /** Between operators only. */
  record OutlookCodec() implements Codec<Outlook> {
    @Override
    public Class<Outlook> type() {
      return Outlook.class;
    }

    @Override
    public void write(Outlook value, DataOutputView out) throws IOException {
      out.writeUTF(value.key());
      out.writeInt(value.origin());
      out.writeInt(value.mean().size());
      for (double units : value.mean()) {
        out.writeDouble(units);
      }
    }

    @Override
    public Outlook read(DataInputView in, int layout) throws IOException {
      String key = in.readUTF();
      int origin = in.readInt();
      Double[] mean = new Double[in.readInt()];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = in.readDouble();
      }
      return new Outlook(key, origin, List.of(mean));
    }
  }
}
