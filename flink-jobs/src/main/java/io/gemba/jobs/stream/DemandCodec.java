package io.gemba.jobs.stream;

import io.gemba.message.Demand;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Id, item and place as text; kind and promotion a byte each; 36 bytes of numbers. */
record DemandCodec() implements Codec<Demand> {
  /** By number; the first two as before there were returns. */
  private static final List<Demand.Kind> KINDS =
      List.of(Demand.Kind.DAY_TOTAL, Demand.Kind.SALE, Demand.Kind.RETURN);

  @Override
  public Class<Demand> type() {
    return Demand.class;
  }

  @Override
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are written just before
  public void write(Demand demand, DataOutputView out) throws IOException {
    StringValue.writeString(demand.id(), out);
    out.writeByte(KINDS.indexOf(demand.kind()));
    StringValue.writeString(demand.item(), out);
    StringValue.writeString(demand.place(), out);
    out.writeLong(demand.at().getEpochSecond());
    out.writeInt(demand.at().getNano());
    out.writeDouble(demand.quantity());
    out.writeLong(demand.priceCents());
    out.writeBoolean(demand.promotion());
    out.writeInt(demand.revision());
  }

  @Override
  public Demand read(DataInputView in, int layout) throws IOException {
    return new Demand(
        StringValue.readString(in),
        KINDS.get(in.readByte()),
        StringValue.readString(in),
        StringValue.readString(in),
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        in.readDouble(),
        in.readLong(),
        in.readBoolean(),
        in.readInt());
  }
}
