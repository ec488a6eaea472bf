package io.gemba.jobs.inventory;

import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import java.util.Collection;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What the places of an item share: units its line did not make, and the pace. */
final class ItemState {
  private final Pace pace;
  private final TreeMap<String, InventoryEvent.Lost> losses = new TreeMap<>();
  private boolean areLossesChanged;

  ItemState() {
    this(new Pace());
  }

  private ItemState(Pace pace) {
    this.pace = pace;
  }

  Pace pace() {
    return pace;
  }

  /** Takes a loss; an older revision of a known one is dropped. */
  boolean lose(InventoryEvent.Lost lost) {
    InventoryEvent.Lost known = losses.get(lost.loss());
    if (known != null && (known.revision() > lost.revision() || known.equals(lost))) {
      return false;
    }
    losses.put(lost.loss(), lost);
    areLossesChanged = true;
    return true;
  }

  /** Forgets losses that ended before a time. */
  boolean forgetEndedBefore(long millis) {
    boolean any = losses.values().removeIf(lost -> lost.untilMillis() <= millis);
    areLossesChanged |= any;
    return any;
  }

  /** Losses that hold, by id. */
  Collection<InventoryEvent.Lost> losses() {
    return losses.values();
  }

  boolean areLossesChanged() {
    return areLossesChanged;
  }

  void settle() {
    areLossesChanged = false;
  }

  /** 25 bytes and about 120 a loss. */
  record StateCodec() implements Codec<ItemState> {
    @Override
    public Class<ItemState> type() {
      return ItemState.class;
    }

    @Override
    public boolean isImmutable() {
      return false;
    }

    @Override
    public ItemState copy(ItemState state) {
      ItemState copy = new ItemState(state.pace.copy());
      copy.losses.putAll(state.losses);
      copy.areLossesChanged = state.areLossesChanged;
      return copy;
    }

    @Override
    public void write(ItemState state, DataOutputView out) throws IOException {
      state.pace.write(out);
      out.writeInt(state.losses.size());
      for (InventoryEvent.Lost lost : state.losses.values()) {
        EventCodec.writeLost(lost, out);
      }
      out.writeBoolean(state.areLossesChanged);
    }

    @Override
    public ItemState read(DataInputView in, int layout) throws IOException {
      ItemState state = new ItemState(Pace.read(in));
      int losses = in.readInt();
      for (int i = 0; i < losses; i++) {
        InventoryEvent.Lost lost = EventCodec.readLost(in);
        state.losses.put(lost.loss(), lost);
      }
      state.areLossesChanged = in.readBoolean();
      return state;
    }
  }
}
