package io.gemba.jobs.stream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gemba.message.Demand;
import io.gemba.message.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain form of a demand record token by token. Whatever is not plain is left to {@link
 * Json#read}, so the two never differ in what they accept or say.
 */
final class DemandDecoder implements Decoder<Demand> {
  private static final long serialVersionUID = 1;
  private static final JsonFactory FACTORY = Json.mapper().getFactory();
  private static final int ALL_FIELDS = 0b1_1111_1111;

  @Override
  public Demand decode(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Fields fields = new Fields();
      if (parser.nextToken() == JsonToken.START_OBJECT
          && fields.read(parser)
          && parser.nextToken() == null) {
        return fields.demand();
      }
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // read again below, which says what is wrong in the words all messages share
      return Json.read(bytes, Demand.class);
    }
    return Json.read(bytes, Demand.class);
  }

  private static final class Fields {
    private String id = "";
    private Demand.@Nullable Kind kind;
    private String item = "";
    private String place = "";
    private @Nullable Instant at;
    private double quantity;
    private long priceCents;
    private boolean promotion;
    private int revision;
    private int seen;

    Demand demand() {
      return new Demand(
          id,
          requireNonNull(kind),
          item,
          place,
          requireNonNull(at),
          quantity,
          priceCents,
          promotion,
          revision);
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
        case "id", "kind", "item", "place", "at" -> token == JsonToken.VALUE_STRING;
        case "priceCents", "revision" -> token == JsonToken.VALUE_NUMBER_INT;
        case "quantity" ->
            token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
        case "promotion" -> token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
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
          kind = Demand.Kind.valueOf(parser.getText());
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
        default -> takeNumber(name, parser);
      }
    }

    private void takeNumber(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "quantity" -> {
          quantity = parser.getDoubleValue();
          seen |= 32;
        }
        case "priceCents" -> {
          priceCents = parser.getLongValue();
          seen |= 64;
        }
        case "promotion" -> {
          promotion = parser.getBooleanValue();
          seen |= 128;
        }
        case "revision" -> {
          revision = parser.getIntValue();
          seen |= 256;
        }
        default -> parser.skipChildren();
      }
    }
  }
}
