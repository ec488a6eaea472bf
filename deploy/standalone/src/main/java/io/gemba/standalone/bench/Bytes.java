package io.gemba.standalone.bench;

import java.nio.charset.StandardCharsets;

/** Looks into JSON without reading all of it. */
final class Bytes {
  private Bytes() {}

  /** Position after the first occurrence of an ASCII text; -1 if there is none. */
  static int indexAfter(byte[] bytes, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    for (int from = 0; from + wanted.length <= bytes.length; from++) {
      int same = 0;
      while (same < wanted.length && bytes[from + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return from + same;
      }
    }
    return -1;
  }

  /** Some bytes as text. */
  static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }
}
