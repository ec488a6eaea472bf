package io.gemba.jobs.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gemba.message.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads the plain form of a message, as our own programs write it, token by token. Whatever is not
 * plain (a number as text, a missing field, rubbish) is left to {@link Json#read}, so the two never
 * differ in what they accept or say.
 *
 * @param <T> the message
 */
abstract class PlainDecoder<T> implements Decoder<T> {
  private static final long serialVersionUID = 1;
  private static final JsonFactory FACTORY = Json.mapper().getFactory();

  private final Class<T> type;
  private final int allFields;

  /**
   * @param fields how many the message has, at most 31; all must be there
   */
  PlainDecoder(Class<T> type, int fields) {
    this.type = type;
    this.allFields = (1 << fields) - 1;
  }

  /** Takes the fields of one message. */
  interface Fields<T> {
    /** Reads the current field by its name, or skips it if it is not known. */
    void take(String name, Tokens tokens) throws IOException;

    /** The message, once all fields are in. */
    T message();
  }

  /** For one message. */
  abstract Fields<T> fields();

  @Override
  public final T decode(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Fields<T> fields = fields();
      if (parser.nextToken() == JsonToken.START_OBJECT
          && new Tokens(parser).read(fields, allFields)
          && parser.nextToken() == null) {
        return fields.message();
      }
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // read again below, which says what is wrong in the words all messages share
      return Json.read(bytes, type);
    }
    return Json.read(bytes, type);
  }

  /**
   * The value of the current field. Each field has a number of its own, from 0; one that is not
   * plain reads as nothing, and its message is given up.
   */
  static final class Tokens {
    private final JsonParser parser;
    private int seen;
    private boolean isPlain = true;

    private Tokens(JsonParser parser) {
      this.parser = parser;
    }

    /** Reads up to the end of the object; false when a field is not plain or missing. */
    private boolean read(Fields<?> fields, int allFields) throws IOException {
      String name;
      while (isPlain && (name = parser.nextFieldName()) != null) {
        parser.nextToken();
        fields.take(name, this);
      }
      return isPlain && seen == allFields && parser.currentToken() == JsonToken.END_OBJECT;
    }

    String text(int field) throws IOException {
      return isPlain(field, parser.currentToken() == JsonToken.VALUE_STRING)
          ? parser.getText()
          : "";
    }

    Instant time(int field) throws IOException {
      return isPlain(field, parser.currentToken() == JsonToken.VALUE_STRING)
          ? UtcTime.parse(parser.getText())
          : Instant.EPOCH;
    }

    double number(int field) throws IOException {
      return isPlain(field, parser.currentToken().isNumeric()) ? parser.getDoubleValue() : 0;
    }

    long whole(int field) throws IOException {
      return isWhole(field) ? parser.getLongValue() : 0;
    }

    int smallWhole(int field) throws IOException {
      return isWhole(field) ? parser.getIntValue() : 0;
    }

    boolean flag(int field) throws IOException {
      return isPlain(field, parser.currentToken().isBoolean()) && parser.getBooleanValue();
    }

    void skip() throws IOException {
      parser.skipChildren();
    }

    private boolean isWhole(int field) {
      return isPlain(field, parser.currentToken() == JsonToken.VALUE_NUMBER_INT);
    }

    private boolean isPlain(int field, boolean isExpected) {
      seen |= 1 << field;
      isPlain &= isExpected;
      return isExpected;
    }
  }
}
