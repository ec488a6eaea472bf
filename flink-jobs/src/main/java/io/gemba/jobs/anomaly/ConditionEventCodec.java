package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Whether it is a reading, then that or the replacement. */
record ConditionEventCodec() implements Codec<ConditionEvent> {

  @Override
  public Class<ConditionEvent> type() {
    return ConditionEvent.class;
  }

  @Override
  public void write(ConditionEvent event, DataOutputView out) throws IOException {
    out.writeBoolean(event.reading() != null);
    if (event.reading() != null) {
      MessageTypes.codec(Reading.class).write(event.reading(), out);
    } else if (event.replaced() != null) {
      MessageTypes.codec(PartReplacement.class).write(event.replaced(), out);
    }
  }

  @Override
  public ConditionEvent read(DataInputView in, int layout) throws IOException {
    return in.readBoolean()
        ? ConditionEvent.reading(read(Reading.class, in))
        : ConditionEvent.replaced(read(PartReplacement.class, in));
  }

  private static <T> T read(Class<T> type, DataInputView in) throws IOException {
    Codec<T> codec = MessageTypes.codec(type);
    return codec.read(in, codec.layout());
  }
}
