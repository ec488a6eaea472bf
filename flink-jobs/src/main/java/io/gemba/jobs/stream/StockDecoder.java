package io.gemba.jobs.stream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gemba.message.Json;
import io.gemba.message.Stock;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain form of a stock record token by token. Whatever is not plain is left to {@link
 * Json#read}, so the two never differ in what they accept or say.
 */
final class StockDecoder implements Decoder<Stock> {
  private static final long serialVersionUID = 1;
  private static final JsonFactory FACTORY = Json.mapper().getFactory();
  private static final int ALL_FIELDS = 0b1111_1111;

  @Override
  public Stock decode(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Fields fields = new Fields();
      if (parser.nextToken() == JsonToken.START_OBJECT
          && fields.read(parser)
          && parser.nextToken() == null) {
        return fields.stock();
      }
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // read again below, which says what is wrong in the words all messages share
      return Json.read(bytes, Stock.class);
    }
    return Json.read(bytes, Stock.class);
  }

  private static final class Fields {
    private String id = "";
    private Stock.@Nullable Kind kind;
    private String item = "";
    private String place = "";
    private @Nullable Instant at;
    private double quantity;
    private double onOrder;
    private String reason = "";
    private int seen;

    Stock stock() {
      return new Stock(
          id, requireNonNull(kind), item, place, requireNonNull(at), quantity, onOrder, reason);
    }

    /** Reads up to the end of the object; false when a field is not plain or missing. */
    boolean read(JsonParser parser) throws IOException {
      String name;
      while ((name = parser.nextFieldName()) != null) {
        if (!isPlain(name, parser.nextToken())) {
          return false;
        }
        take(name, parser);
      }
      return seen == ALL_FIELDS && parser.currentToken() == JsonToken.END_OBJECT;
    }

    private static boolean isPlain(String name, JsonToken token) {
      return switch (name) {
        case "id", "kind", "item", "place", "at", "reason" -> token == JsonToken.VALUE_STRING;
        case "quantity", "onOrder" ->
            token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
        default -> true;
      };
    }

    private void take(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "id" -> {
          id = parser.getText();
          seen |= 1;
        }
        case "kind" -> {
          kind = Stock.Kind.valueOf(parser.getText());
          seen |= 2;
        }
        case "item" -> {
          item = parser.getText();
          seen |= 4;
        }
        case "place" -> {
          place = parser.getText();
          seen |= 8;
        }
        case "at" -> {
          at = UtcTime.parse(parser.getText());
          seen |= 16;
        }
        default -> takeRest(name, parser);
      }
    }

    private void takeRest(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "quantity" -> {
          quantity = parser.getDoubleValue();
          seen |= 32;
        }
        case "onOrder" -> {
          onOrder = parser.getDoubleValue();
          seen |= 64;
        }
        case "reason" -> {
          reason = parser.getText();
          seen |= 128;
        }
        default -> parser.skipChildren();
      }
    }
  }
}
