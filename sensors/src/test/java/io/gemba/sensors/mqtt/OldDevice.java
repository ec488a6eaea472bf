package io.gemba.sensors.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A device that speaks MQTT 3.1.1, packet by packet, and publishes with QoS 1. */
final class OldDevice implements AutoCloseable {
  private static final int CONNECT = 0x10;
  private static final int CONNACK = 0x20;
  private static final int PUBLISH_QOS_1 = 0x32;
  private static final int PUBACK = 0x40;
  private static final int LEVEL_3_1_1 = 4;
  private static final int CLEAN_SESSION = 2;
  private static final int KEEP_ALIVE_SECONDS = 60;

  private final Socket socket;
  private final DataInputStream in;
  private int packet;

  OldDevice(TestBroker broker) throws IOException {
    URI url = URI.create(broker.url());
    socket = new Socket(url.getHost(), url.getPort());
    in = new DataInputStream(socket.getInputStream());
    send(
        CONNECT,
        body -> {
          body.writeUTF("MQTT");
          body.writeByte(LEVEL_3_1_1);
          body.writeByte(CLEAN_SESSION);
          body.writeShort(KEEP_ALIVE_SECONDS);
          body.writeUTF("old-device");
        });
    await(CONNACK);
  }

  /** Returns when the broker has acknowledged it. */
  void publish(String topic, String payload) throws IOException {
    packet++;
    send(
        PUBLISH_QOS_1,
        body -> {
          body.writeUTF(topic);
          body.writeShort(packet);
          body.write(payload.getBytes(UTF_8));
        });
    await(PUBACK);
  }

  private interface Body {
    void to(DataOutputStream out) throws IOException;
  }

  /** Bodies here are shorter than 128 bytes, so their length is one byte. */
  private void send(int type, Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.to(new DataOutputStream(bytes));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(type);
    all.write(bytes.size());
    all.writeBytes(bytes.toByteArray());
    socket.getOutputStream().write(all.toByteArray());
  }

  private void await(int type) throws IOException {
    int came = in.readUnsignedByte();
    byte[] rest = in.readNBytes(in.readUnsignedByte());
    if (came != type || (type == CONNACK && rest[1] != 0)) {
      throw new IOException("The broker answers %02x instead of %02x".formatted(came, type));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
