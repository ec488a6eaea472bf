package io.gemba.jobs.stream;

import static java.util.Objects.requireNonNull;

import io.gemba.message.Stock;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a stock record. */
final class StockDecoder extends PlainDecoder<Stock> {
  private static final long serialVersionUID = 1;

  StockDecoder() {
    super(Stock.class, 8);
  }

  @Override
  Fields<Stock> fields() {
    return new StockFields();
  }

  private static final class StockFields implements Fields<Stock> {
    private String id = "";
    private Stock.@Nullable Kind kind;
    private String item = "";
    private String place = "";
    private Instant at = Instant.EPOCH;
    private double quantity;
    private double onOrder;
    private String reason = "";

    @Override
    public void take(String name, Tokens tokens) throws IOException {
      switch (name) {
        case "id" -> id = tokens.text(0);
        case "kind" -> kind = Stock.Kind.valueOf(tokens.text(1));
        case "item" -> item = tokens.text(2);
        case "place" -> place = tokens.text(3);
        case "at" -> at = tokens.time(4);
        case "quantity" -> quantity = tokens.number(5);
        case "onOrder" -> onOrder = tokens.number(6);
        case "reason" -> reason = tokens.text(7);
        default -> tokens.skip();
      }
    }

    @Override
    public Stock message() {
      return new Stock(id, requireNonNull(kind), item, place, at, quantity, onOrder, reason);
    }
  }
}
