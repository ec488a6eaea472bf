package io.gemba.sensors.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads chosen values out of JSON. When every pointer names a field of the outermost object, the
 * bytes are walked once and nothing else is built; else they are read as a tree. Of a field given
 * twice the last counts, in both ways. Thread safe.
 */
final class PayloadReader {
  static final int DEEPEST = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(400).build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that the reason can name them
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // devices could fill the JVM's table
          .build();
  private static final ObjectReader TREE = JsonMapper.builder(FACTORY).build().reader();

  private final JsonPointer[] pointers;
  private final String[] names;
  private final boolean flat;

  /**
   * @param pointers RFC 6901; the empty one is the whole payload
   * @throws IllegalArgumentException naming the pointer that is none
   */
  PayloadReader(List<String> pointers) {
    this(pointers, pointers.stream().allMatch(PayloadReader::isField));
  }

  PayloadReader(List<String> pointers, boolean flat) {
    this.pointers = pointers.stream().map(JsonPointer::compile).toArray(JsonPointer[]::new);
    this.names =
        pointers.stream()
            .map(pointer -> pointer.isEmpty() ? pointer : pointer.substring(1))
            .toArray(String[]::new);
    this.flat = flat;
  }

  private static boolean isField(String pointer) {
    return pointer.matches("/[^/~0-9][^/~]*");
  }

  /**
   * Reads the values.
   *
   * @return in the order of the pointers
   * @throws RejectedException when the bytes are not one JSON value within the bounds
   */
  Scalar[] read(byte[] payload) throws RejectedException {
    try {
      return flat ? readFlat(payload) : readTree(payload);
    } catch (StreamConstraintsException e) {
      throw new RejectedException(
          "The JSON is nested deeper than %d or has a too long number (%s). Send flat values."
              .formatted(DEEPEST, e.getOriginalMessage()));
    } catch (JsonProcessingException e) {
      throw new RejectedException(
          "The payload is malformed JSON: %s. Send one JSON value as UTF-8."
              .formatted(firstLine(e.getOriginalMessage())));
    } catch (IOException e) {
      throw new RejectedException(
          "The payload is not UTF-8 text: %s. Send one JSON value as UTF-8."
              .formatted(firstLine(String.valueOf(e.getMessage()))));
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("unreadable");
  }

  private Scalar[] readFlat(byte[] payload) throws IOException, RejectedException {
    Scalar[] values = new Scalar[names.length];
    Arrays.fill(values, Scalar.MISSING);
    try (JsonParser parser = FACTORY.createParser(payload)) {
      JsonToken first = parser.nextToken();
      requireValue(first);
      if (first == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          int index = indexOf(parser.currentName());
          JsonToken token = parser.nextToken();
          if (index >= 0) {
            values[index] = scalar(parser, token);
          }
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
      requireEnd(parser.nextToken());
    }
    return values;
  }

  private int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Scalar scalar(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? Scalar.ofDecimal(parser.getDoubleValue())
              : Scalar.ofInteger(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> Scalar.ofDecimal(parser.getDoubleValue());
      case VALUE_STRING -> Scalar.ofText(parser.getText());
      case VALUE_NULL -> Scalar.MISSING;
      case VALUE_TRUE -> Scalar.ofOther("true");
      case VALUE_FALSE -> Scalar.ofOther("false");
      case START_ARRAY -> Scalar.ofOther("an array");
      default -> Scalar.ofOther("an object");
    };
  }

  private Scalar[] readTree(byte[] payload) throws IOException, RejectedException {
    JsonNode root;
    try (JsonParser parser = FACTORY.createParser(payload)) {
      requireValue(parser.nextToken());
      root = TREE.readTree(parser);
      requireEnd(parser.nextToken());
    }
    Scalar[] values = new Scalar[pointers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = scalar(root.at(pointers[i]));
    }
    return values;
  }

  private static Scalar scalar(JsonNode node) {
    return switch (node.getNodeType()) {
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? Scalar.ofInteger(node.longValue())
              : Scalar.ofDecimal(node.doubleValue());
      case STRING -> Scalar.ofText(node.textValue());
      case MISSING, NULL -> Scalar.MISSING;
      case BOOLEAN -> Scalar.ofOther(node.asText());
      case ARRAY -> Scalar.ofOther("an array");
      default -> Scalar.ofOther("an object");
    };
  }

  private static void requireValue(@Nullable JsonToken first) throws RejectedException {
    if (first == null) {
      throw new RejectedException("The payload is empty. Send one JSON value.");
    }
  }

  private static void requireEnd(@Nullable JsonToken next) throws RejectedException {
    if (next != null) {
      throw new RejectedException(
          "The payload is malformed JSON: more follows its first value. Send one JSON value.");
    }
  }
}
