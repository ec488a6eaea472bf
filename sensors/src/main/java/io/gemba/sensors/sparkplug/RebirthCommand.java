package io.gemba.sensors.sparkplug;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The payload that asks an edge node for its births: metric {@code Node Control/Rebirth}. */
final class RebirthCommand {
  private static final String NAME = "Node Control/Rebirth";
  private static final int BOOLEAN = 11;
  private static final int BYTES = 2;

  private RebirthCommand() {}

  static byte[] payload(long nowMillis) {
    byte[] name = NAME.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream metric = new ByteArrayOutputStream();
    bytes(metric, 1, name);
    number(metric, 3, nowMillis);
    number(metric, 4, BOOLEAN);
    number(metric, 14, 1);
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    number(payload, 1, nowMillis);
    bytes(payload, 2, metric.toByteArray());
    return payload.toByteArray();
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    out.write((field << 3) | BYTES);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void number(ByteArrayOutputStream out, int field, long value) {
    out.write(field << 3);
    varint(out, value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
