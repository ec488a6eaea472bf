package io.gemba.jobs.stream;

import io.gemba.message.Forecast;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Ids and model as text, 8 bytes a number; what planners replaced, which is rare, as JSON. */
record ForecastCodec() implements Codec<Forecast> {
  private static final JsonCodec<Forecast.Replaced> REPLACED =
      new JsonCodec<>(Forecast.Replaced.class);

  @Override
  public Class<Forecast> type() {
    return Forecast.class;
  }

  @Override
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are written just before
  public void write(Forecast forecast, DataOutputView out) throws IOException {
    StringValue.writeString(forecast.id(), out);
    StringValue.writeString(forecast.item(), out);
    StringValue.writeString(forecast.place(), out);
    out.writeInt((int) forecast.origin().toEpochDay());
    out.writeInt(forecast.revision());
    out.writeLong(forecast.madeAt().getEpochSecond());
    out.writeInt(forecast.madeAt().getNano());
    StringValue.writeString(forecast.model(), out);
    write(forecast.mean(), out);
    write(forecast.levels(), out);
    for (List<Double> row : forecast.daily()) {
      write(row, out);
    }
    for (List<Double> row : forecast.cumulative()) {
      write(row, out);
    }
    Forecast.Replaced replaced = forecast.replaced();
    out.writeBoolean(replaced != null);
    if (replaced != null) {
      REPLACED.write(replaced, out);
    }
  }

  private static void write(List<Double> numbers, DataOutputView out) throws IOException {
    out.writeInt(numbers.size());
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  @Override
  public Forecast read(DataInputView in, int layout) throws IOException {
    String id = StringValue.readString(in);
    String item = StringValue.readString(in);
    String place = StringValue.readString(in);
    LocalDate origin = LocalDate.ofEpochDay(in.readInt());
    int revision = in.readInt();
    Instant madeAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
    String model = StringValue.readString(in);
    List<Double> mean = numbers(in);
    List<Double> levels = numbers(in);
    List<List<Double>> daily = rows(levels.size(), in);
    List<List<Double>> cumulative = rows(levels.size(), in);
    Forecast.Replaced replaced = in.readBoolean() ? REPLACED.read(in, layout) : null;
    return new Forecast(
        id,
        item,
        place,
        origin,
        revision,
        madeAt,
        model,
        mean,
        levels,
        daily,
        cumulative,
        replaced);
  }

  private static List<Double> numbers(DataInputView in) throws IOException {
    Double[] numbers = new Double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return List.of(numbers);
  }

  private static List<List<Double>> rows(int count, DataInputView in) throws IOException {
    List<List<Double>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(numbers(in));
    }
    return rows;
  }
}
