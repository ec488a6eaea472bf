package io.gemba.jobs.mqtt;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * There are none: the broker divides the messages among the members of the shared subscription, and
 * keeps for each what it has not acknowledged.
 */
final class MqttSplit implements SourceSplit {
  private MqttSplit() {}

  @Override
  public String splitId() {
    throw new IllegalStateException("There are no splits");
  }

  /** Of a type without values. */
  static final class Serializer<T> implements SimpleVersionedSerializer<T> {
    private final T only;

    Serializer(T only) {
      this.only = only;
    }

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(T value) {
      return new byte[0];
    }

    @Override
    public T deserialize(int version, byte[] bytes) {
      return only;
    }
  }

  static Serializer<MqttSplit> serializer() {
    return new Serializer<>(new MqttSplit());
  }
}
