package io.gemba.jobs.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Lets Flink write a type by its {@link Codec}. A value goes to a stream in one piece: numbers
 * written one by one to a checkpoint's file cost several times as much. Not thread safe, as Flink
 * expects of one that can be duplicated.
 *
 * @param <T> the type
 */
final class CodecSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1;
  private static final int FIRST_BYTES = 1024;

  private final Codec<T> codec;
  private final int layout;
  private transient @Nullable DataOutputSerializer piece;

  CodecSerializer(Codec<T> codec, int layout) {
    this.codec = codec;
    this.layout = layout;
  }

  Codec<T> codec() {
    return codec;
  }

  int layout() {
    return layout;
  }

  @Override
  public boolean isImmutableType() {
    return codec.isImmutable();
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return new CodecSerializer<>(codec, layout);
  }

  @Override
  public T createInstance() {
    throw new UnsupportedOperationException(
        codec.name() + " has no empty value: values are read whole, never refilled.");
  }

  @Override
  public T copy(T from) {
    return codec.copy(from);
  }

  @Override
  public T copy(T from, T reuse) {
    return codec.copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    if (target instanceof DataOutputSerializer) {
      codec.write(value, target);
      return;
    }
    DataOutputSerializer whole = piece();
    whole.clear();
    codec.write(value, whole);
    target.write(whole.getSharedBuffer(), 0, whole.length());
  }

  private DataOutputSerializer piece() {
    DataOutputSerializer known = piece;
    if (known == null) {
      known = new DataOutputSerializer(FIRST_BYTES);
      piece = known;
    }
    return known;
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return codec.read(source, layout);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return codec.read(source, layout);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(codec.read(source, layout), target);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodecSerializer<?> that
        && layout == that.layout
        && codec.name().equals(that.codec.name());
  }

  @Override
  public int hashCode() {
    return codec.name().hashCode() + layout;
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new CodecSnapshot<>(codec, layout);
  }
}
