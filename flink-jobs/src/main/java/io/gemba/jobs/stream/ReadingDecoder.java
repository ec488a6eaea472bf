package io.gemba.jobs.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import java.io.IOException;

/**
 * Reads the plain form of a reading, as our gateway writes it, token by token. Whatever is not
 * plain (a number as text, a missing field, rubbish) is left to {@link Json#read}, so the two never
 * differ in what they accept or say.
 */
final class ReadingDecoder implements Decoder<Reading> {
  private static final long serialVersionUID = 1;
  private static final JsonFactory FACTORY = Json.mapper().getFactory();
  private static final int ALL_FIELDS = 0b11111;

  @Override
  public Reading decode(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Fields fields = new Fields();
      if (parser.nextToken() == JsonToken.START_OBJECT
          && fields.read(parser)
          && parser.nextToken() == null) {
        return new Reading(
            fields.sensor, fields.atMillis, fields.value, fields.seq, fields.receivedMillis);
      }
    } catch (IOException | IllegalArgumentException e) {
      // read again below, which says what is wrong in the words all messages share
      return Json.read(bytes, Reading.class);
    }
    return Json.read(bytes, Reading.class);
  }

  private static final class Fields {
    private String sensor = "";
    private long atMillis;
    private double value;
    private long seq;
    private long receivedMillis;
    private int seen;

    /** Reads up to the end of the object; false when a field is not plain or missing. */
    boolean read(JsonParser parser) throws IOException {
      String name;
      while ((name = parser.nextFieldName()) != null) {
        JsonToken token = parser.nextToken();
        boolean plain =
            switch (name) {
              case "sensor" -> token == JsonToken.VALUE_STRING;
              case "at", "seq", "received" -> token == JsonToken.VALUE_NUMBER_INT;
              case "value" ->
                  token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
              default -> true;
            };
        if (!plain) {
          return false;
        }
        take(name, parser);
      }
      return seen == ALL_FIELDS && parser.currentToken() == JsonToken.END_OBJECT;
    }

    private void take(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "sensor" -> {
          sensor = parser.getText();
          seen |= 1;
        }
        case "at" -> {
          atMillis = parser.getLongValue();
          seen |= 2;
        }
        case "value" -> {
          value = parser.getDoubleValue();
          seen |= 4;
        }
        case "seq" -> {
          seq = parser.getLongValue();
          seen |= 8;
        }
        case "received" -> {
          receivedMillis = parser.getLongValue();
          seen |= 16;
        }
        default -> parser.skipChildren();
      }
    }
  }
}
