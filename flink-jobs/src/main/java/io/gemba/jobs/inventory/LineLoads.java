package io.gemba.jobs.inventory;

import io.gemba.jobs.stream.Codec;
import io.gemba.message.Forecast;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** The expected demand of items that a line makes; forecasts of all others mean nothing here. */
final class LineLoads extends ProcessFunction<Forecast, LineLoadOperator.Load> {
  private static final long serialVersionUID = 1;

  private final HashMap<String, String> lineByItem;

  LineLoads(Map<String, String> lineByItem) {
    this.lineByItem = new HashMap<>(lineByItem);
  }

  @Override
  public void processElement(
      Forecast forecast, Context context, Collector<LineLoadOperator.Load> out) {
    String line = lineByItem.get(forecast.item());
    if (line != null) {
      double daily = forecast.mean().stream().mapToDouble(each -> each).average().orElse(0);
      out.collect(new LineLoadOperator.Load(line, forecast.item(), forecast.place(), daily));
    }
  }

  /** Three names and a number. */
  record LoadCodec() implements Codec<LineLoadOperator.Load> {
    @Override
    public Class<LineLoadOperator.Load> type() {
      return LineLoadOperator.Load.class;
    }

    @Override
    public void write(LineLoadOperator.Load load, DataOutputView out) throws IOException {
      out.writeUTF(load.line());
      out.writeUTF(load.item());
      out.writeUTF(load.place());
      out.writeDouble(load.daily());
    }

    @Override
    public LineLoadOperator.Load read(DataInputView in, int layout) throws IOException {
      return new LineLoadOperator.Load(in.readUTF(), in.readUTF(), in.readUTF(), in.readDouble());
    }
  }
}
