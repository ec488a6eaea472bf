package io.gemba.jobs.production;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.production.LineClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** What machines of a line lose. */
record LineClaimsCodec() implements Codec<LineClaims> {
  private static final int USUAL_BYTES = 1_024;

  @Override
  public Class<LineClaims> type() {
    return LineClaims.class;
  }

  @Override
  public int layout() {
    return LineClaims.LAYOUT;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public LineClaims copy(LineClaims claims) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
      claims.write(out);
      return LineClaims.read(new DataInputDeserializer(out.getCopyOfBuffer()), layout());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  @Override
  public void write(LineClaims claims, DataOutputView out) throws IOException {
    claims.write(out);
  }

  @Override
  public LineClaims read(DataInputView in, int layout) throws IOException {
    return LineClaims.read(in, layout);
  }
}
