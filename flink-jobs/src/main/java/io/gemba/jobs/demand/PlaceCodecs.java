package io.gemba.jobs.demand;

import io.gemba.forecast.ShelfDays;
import io.gemba.forecast.panel.PriceCalendar;
import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How the state of a place's shelves and prices is written. */
final class PlaceCodecs {
  private PlaceCodecs() {}

  /** 1,540 bytes. */
  record ShelfCodec() implements Codec<ShelfDays> {
    @Override
    public Class<ShelfDays> type() {
      return ShelfDays.class;
    }

    @Override
    public boolean isImmutable() {
      return false;
    }

    @Override
    public ShelfDays copy(ShelfDays shelf) {
      return shelf.copy();
    }

    @Override
    public void write(ShelfDays shelf, DataOutputView out) throws IOException {
      shelf.write(out);
    }

    @Override
    public ShelfDays read(DataInputView in, int layout) throws IOException {
      return ShelfDays.read(in);
    }
  }

  /** About 40 bytes and the id a price. */
  record PricesCodec() implements Codec<PriceCalendar> {
    @Override
    public Class<PriceCalendar> type() {
      return PriceCalendar.class;
    }

    @Override
    public void write(PriceCalendar prices, DataOutputView out) throws IOException {
      prices.write(out);
    }

    @Override
    public PriceCalendar read(DataInputView in, int layout) throws IOException {
      return PriceCalendar.read(in);
    }
  }
}
