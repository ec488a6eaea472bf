package io.gemba.jobs.stream;

import io.gemba.message.Reading;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Sensor as text, then 32 bytes: time, value, sequence number, time of arrival. */
record ReadingCodec() implements Codec<Reading> {

  @Override
  public Class<Reading> type() {
    return Reading.class;
  }

  @Override
  public void write(Reading reading, DataOutputView out) throws IOException {
    StringValue.writeString(reading.sensor(), out);
    out.writeLong(reading.atMillis());
    out.writeDouble(reading.value());
    out.writeLong(reading.seq());
    out.writeLong(reading.receivedMillis());
  }

  @Override
  public Reading read(DataInputView in, int layout) throws IOException {
    return new Reading(
        StringValue.readString(in), in.readLong(), in.readDouble(), in.readLong(), in.readLong());
  }
}
