package io.gemba.standalone;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** An edge node outside that speaks Sparkplug B: its own birth and that of one device. */
final class SparkplugNode implements AutoCloseable {
  private static final int INT_64 = 4;
  private static final int DOUBLE = 10;
  private static final int SEQUENCES = 256;

  private final MqttClient client;
  private final String group;
  private final String node;
  private long seq;

  SparkplugNode(String url, String group, String node) throws MqttException {
    this.group = group;
    this.node = node;
    client = new MqttClient(url, "sparkplug-" + node, new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    client.connect(options);
  }

  /** Announces the node and a device with one metric of doubles. */
  void born(String device, String metric, double value, long atMillis) throws MqttException {
    byte[] session = new Message().text(1, "bdSeq").number(4, INT_64).number(11, 0).bytes();
    byte[] measured =
        new Message()
            .text(1, metric)
            .number(2, 1)
            .number(3, atMillis)
            .number(4, DOUBLE)
            .real(13, value)
            .bytes();
    seq = 0;
    publish("NBIRTH/" + node, payload(atMillis, session));
    publish("DBIRTH/" + node + "/" + device, payload(atMillis, measured));
  }

  /** Sends a value of the metric that was born, by its alias. */
  void send(String device, double value, long atMillis) throws MqttException {
    byte[] measured =
        new Message().number(2, 1).number(3, atMillis).number(4, DOUBLE).real(13, value).bytes();
    publish("DDATA/" + node + "/" + device, payload(atMillis, measured));
  }

  private byte[] payload(long atMillis, byte[] metric) {
    return new Message()
        .number(1, atMillis)
        .message(2, metric)
        .number(3, seq++ % SEQUENCES)
        .bytes();
  }

  private void publish(String rest, byte[] payload) throws MqttException {
    client.publish("spBv1.0/" + group + "/" + rest, payload, 1, false);
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect();
    }
    client.close();
  }

  /** A protobuf message that is being written. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3 | VARINT);
      varint(value);
      return this;
    }

    Message real(int field, double value) {
      varint((long) field << 3 | EIGHT_BYTES);
      byte[] bytes = new byte[Double.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(value);
      out.writeBytes(bytes);
      return this;
    }

    Message text(int field, String value) {
      return message(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, byte[] bytes) {
      varint((long) field << 3 | LENGTH);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    private void varint(long value) {
      long left = value;
      while ((left & ~0x7FL) != 0) {
        out.write((int) ((left & 0x7F) | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
