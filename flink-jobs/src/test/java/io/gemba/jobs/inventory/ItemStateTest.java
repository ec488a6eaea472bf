package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.pace.Pace;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

final class ItemStateTest {
  private static final InventoryEvent.Lost LOST =
      new InventoryEvent.Lost("soup", "loss-1", 2, 40, 1_700_000_000_000L, "filler-2 stopped");

  private final ItemState.StateCodec codec = new ItemState.StateCodec();
  private final DataOutputSerializer out = new DataOutputSerializer(64);

  @Test
  void stateOfBeforeLinesWereShared_hasTheWholeLine() throws IOException {
    new Pace().write(out);
    out.writeInt(1);
    EventCodec.writeLost(LOST, out);
    out.writeBoolean(true);

    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    ItemState read = codec.read(in, 1);

    assertThat(in.available()).isZero();
    assertThat(read.losses()).containsExactly(LOST);
    assertThat(read.isSupplyChanged()).isTrue();
    assertThat(read.ofLine()).isEqualTo(1);
    assertThat(read.isLimited()).isFalse();
  }

  @Test
  void state_writtenAndRead_isWhatItWas() throws IOException {
    ItemState state = new ItemState();
    state.share(0.25);
    state.limit(true);

    codec.write(state, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    ItemState read = codec.read(in, codec.layout());

    assertThat(in.available()).isZero();
    assertThat(read.ofLine()).isEqualTo(0.25);
    assertThat(read.isLimited()).isTrue();
    assertThat(read.isSupplyChanged()).isTrue();
  }
}
