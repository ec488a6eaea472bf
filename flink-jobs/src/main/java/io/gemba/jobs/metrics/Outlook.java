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
 * @param model what the model expected of them, as many; the same unless a planner said otherwise
 */
record Outlook(String key, int origin, List<Double> mean, List<Double> model) {

  static Outlook of(Forecast forecast) {
    return new Outlook(
        forecast.key(),
        Math.toIntExact(forecast.origin().toEpochDay()),
        forecast.mean(),
        forecast.modelMean());
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
      for (int i = 0; i < value.mean().size(); i++) {
        out.writeDouble(value.mean().get(i));
        out.writeDouble(value.model().get(i));
      }
    }

    @Override
    public Outlook read(DataInputView in, int layout) throws IOException {
      String key = in.readUTF();
      int origin = in.readInt();
      Double[] mean = new Double[in.readInt()];
      Double[] model = new Double[mean.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = in.readDouble();
        model[i] = in.readDouble();
      }
      return new Outlook(key, origin, List.of(mean), List.of(model));
    }
  }
}
