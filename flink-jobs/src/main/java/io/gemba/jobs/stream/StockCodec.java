package io.gemba.jobs.stream;

import io.gemba.message.Stock;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Id, item, place and reason as text; a byte of kind; 28 bytes of numbers. */
record StockCodec() implements Codec<Stock> {
  @Override
  public Class<Stock> type() {
    return Stock.class;
  }

  @Override
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are written just before
  public void write(Stock stock, DataOutputView out) throws IOException {
    StringValue.writeString(stock.id(), out);
    out.writeBoolean(stock.kind() == Stock.Kind.COUNT);
    StringValue.writeString(stock.item(), out);
    StringValue.writeString(stock.place(), out);
    out.writeLong(stock.at().getEpochSecond());
    out.writeInt(stock.at().getNano());
    out.writeDouble(stock.quantity());
    out.writeDouble(stock.onOrder());
    StringValue.writeString(stock.reason(), out);
  }

  @Override
  public Stock read(DataInputView in, int layout) throws IOException {
    return new Stock(
        StringValue.readString(in),
        in.readBoolean() ? Stock.Kind.COUNT : Stock.Kind.MOVEMENT,
        StringValue.readString(in),
        StringValue.readString(in),
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        in.readDouble(),
        in.readDouble(),
        StringValue.readString(in));
  }
}
