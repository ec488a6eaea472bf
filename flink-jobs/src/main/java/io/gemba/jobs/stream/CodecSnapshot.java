package io.gemba.jobs.stream;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a checkpoint beside the state it describes: which codec wrote it, in which layout.
 * State of an older layout of the same codec is migrated on restore; another codec's is refused.
 *
 * @param <T> the type
 */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {
  private @Nullable Codec<T> codec;
  private int layout;

  /** For Flink, which fills it by {@link #readSnapshot}. */
  public CodecSnapshot() {}

  CodecSnapshot(Codec<T> codec, int layout) {
    this.codec = codec;
    this.layout = layout;
  }

  @Override
  public int getCurrentVersion() {
    return 1;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    byte[] bytes = InstantiationUtil.serializeObject(requireNonNull(codec));
    out.writeInt(layout);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader loader)
      throws IOException {
    layout = in.readInt();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    try {
      codec = InstantiationUtil.deserializeObject(bytes, loader);
    } catch (ClassNotFoundException e) {
      throw new IOException("The codec that wrote this state is gone from the class path", e);
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new CodecSerializer<>(requireNonNull(codec), layout);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> older) {
    if (!(older instanceof CodecSnapshot<T> that)
        || !requireNonNull(codec).name().equals(requireNonNull(that.codec).name())
        || that.layout > layout) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return that.layout == layout
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
