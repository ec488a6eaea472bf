package io.gemba.sensors.quality;

import io.gemba.sensors.TestBytes;
import java.io.DataInput;
import java.io.IOException;

/** Gates for tests. */
final class TestGates {
  private TestGates() {}

  /** The gate as a checkpoint brings it back. */
  static QualityGate restored(QualityGate gate) throws IOException {
    DataInput in =
        TestBytes.in(
            out -> {
              gate.write(out);
              gate.writeDelivery(out);
            });
    QualityGate read = QualityGate.read(in);
    read.fillDelivery(in, true);
    return read;
  }
}
