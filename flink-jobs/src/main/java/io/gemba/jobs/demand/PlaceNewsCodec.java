package io.gemba.jobs.demand;

import io.gemba.forecast.panel.PriceCalendar;
import io.gemba.jobs.stream.Codec;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Demand;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Kind, then the fields; a byte more than the demand record itself. Between operators only. */
record PlaceNewsCodec() implements Codec<PlaceNews> {
  private static final int SOLD = 0;
  private static final int SHELVED = 1;
  private static final int PRICED = 2;
  private static final Codec<Demand> DEMAND = MessageTypes.codec(Demand.class);

  @Override
  public Class<PlaceNews> type() {
    return PlaceNews.class;
  }

  @Override
  public void write(PlaceNews news, DataOutputView out) throws IOException {
    if (news instanceof PlaceNews.Sold sold) {
      out.writeByte(SOLD);
      DEMAND.write(sold.demand(), out);
    } else if (news instanceof PlaceNews.Shelved shelved) {
      out.writeByte(SHELVED);
      StringValue.writeString(shelved.item(), out);
      StringValue.writeString(shelved.place(), out);
      out.writeInt(shelved.day());
      out.writeShort(shelved.minute());
      out.writeBoolean(shelved.isStocked());
    } else if (news instanceof PlaceNews.Priced priced) {
      out.writeByte(PRICED);
      StringValue.writeString(priced.item(), out);
      StringValue.writeString(priced.place(), out);
      priced.range().write(out);
    }
  }

  @Override
  public PlaceNews read(DataInputView in, int layout) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case SOLD -> new PlaceNews.Sold(DEMAND.read(in, DEMAND.layout()));
      case SHELVED ->
          new PlaceNews.Shelved(
              StringValue.readString(in),
              StringValue.readString(in),
              in.readInt(),
              in.readShort(),
              in.readBoolean());
      case PRICED ->
          new PlaceNews.Priced(
              StringValue.readString(in), StringValue.readString(in), PriceCalendar.Range.read(in));
      default -> throw new IOException("Kind " + kind + " is not known. Was it written later?");
    };
  }
}
