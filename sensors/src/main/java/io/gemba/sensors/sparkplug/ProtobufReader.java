package io.gemba.sensors.sparkplug;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one protobuf message field by field (protobuf.dev, Encoding). Not thread safe.
 *
 * <pre>
 * while (reader.next()) {
 *   switch (reader.field()) { case 1 -> a = reader.varint(); default -> reader.skip(); }
 * }
 * </pre>
 */
final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;
  private static final int LONGEST_VARINT = 10;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int wire;

  ProtobufReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ProtobufReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** Goes to the next field; false at the end. Its value must be read or skipped. */
  boolean next() throws MalformedException {
    if (at == end) {
      return false;
    }
    long tag = rawVarint();
    field = (int) (tag >>> 3);
    wire = (int) (tag & 7);
    if (tag >>> 32 != 0 || field == 0) {
      throw new MalformedException("Byte %d has no protobuf field.".formatted(at));
    }
    return true;
  }

  int field() {
    return field;
  }

  long varint() throws MalformedException {
    require(VARINT);
    return rawVarint();
  }

  boolean bool() throws MalformedException {
    return varint() != 0;
  }

  float float32() throws MalformedException {
    require(FIXED_32);
    return Float.intBitsToFloat((int) fixed(4));
  }

  double float64() throws MalformedException {
    require(FIXED_64);
    return Double.longBitsToDouble(fixed(8));
  }

  String text() throws MalformedException {
    int length = length();
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)).toString();
      at += length;
      return text;
    } catch (CharacterCodingException e) {
      throw new MalformedException("The text at byte %d is not UTF-8.".formatted(at));
    }
  }

  /** A reader of a message within this one. */
  ProtobufReader message() throws MalformedException {
    int length = length();
    ProtobufReader inner = new ProtobufReader(bytes, at, at + length);
    at += length;
    return inner;
  }

  void skip() throws MalformedException {
    switch (wire) {
      case VARINT -> rawVarint();
      case FIXED_64 -> fixed(8);
      case BYTES -> {
        int length = length();
        at += length;
      }
      case FIXED_32 -> fixed(4);
      default ->
          throw new MalformedException(
              "Field %d has wire type %d, which Sparkplug does not use.".formatted(field, wire));
    }
  }

  private void require(int wanted) throws MalformedException {
    if (wire != wanted) {
      throw new MalformedException(
          "Field %d has wire type %d instead of %d.".formatted(field, wire, wanted));
    }
  }

  private int length() throws MalformedException {
    require(BYTES);
    long length = rawVarint();
    if (length < 0 || length > end - at) {
      throw cut();
    }
    return (int) length;
  }

  private long rawVarint() throws MalformedException {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (at == end) {
        throw cut();
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException("The number before byte %d is too long.".formatted(at));
  }

  private long fixed(int size) throws MalformedException {
    if (end - at < size) {
      throw cut();
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (bytes[at++] & 0xffL) << (8 * i);
    }
    return value;
  }

  private MalformedException cut() {
    return new MalformedException("The payload (%d bytes) is cut off.".formatted(bytes.length));
  }
}
