package io.gemba.jobs.production;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.production.LineClaims;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What machines of a line lose. */
record LineClaimsCodec() implements Codec<LineClaims> {
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
  public void write(LineClaims claims, DataOutputView out) throws IOException {
    claims.write(out);
  }

  @Override
  public LineClaims read(DataInputView in, int layout) throws IOException {
    return LineClaims.read(in, layout);
  }
}
