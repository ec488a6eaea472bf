package io.gemba.jobs.inventory;

import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import java.util.Collection;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What the places of an item share: units its line did not make, its share of the line's hours, and
 * the pace.
 */
final class ItemState {
  private final Pace pace;
  private final TreeMap<String, InventoryEvent.Lost> losses = new TreeMap<>();
  private boolean isSupplyChanged;
  private double ofLine = 1;
  private boolean isLimited;

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
    isSupplyChanged = true;
    return true;
  }

  /** Takes the item's share of its line's hours, 0 to 1; the whole line until one is known. */
  boolean share(double newest) {
    boolean changes = newest != ofLine;
    ofLine = newest;
    isSupplyChanged |= changes;
    return changes;
  }

  double ofLine() {
    return ofLine;
  }

  /** Whether the line could not make all that was wanted when it was last proposed. */
  boolean isLimited() {
    return isLimited;
  }

  void limit(boolean limited) {
    isLimited = limited;
  }

  /** Forgets losses that ended before a time. */
  boolean forgetEndedBefore(long millis) {
    boolean any = losses.values().removeIf(lost -> lost.untilMillis() <= millis);
    isSupplyChanged |= any;
    return any;
  }

  /** Losses that hold, by id. */
  Collection<InventoryEvent.Lost> losses() {
    return losses.values();
  }

  boolean isSupplyChanged() {
    return isSupplyChanged;
  }

  void settle() {
    isSupplyChanged = false;
  }

  /** 34 bytes and about 120 a loss. */
  record StateCodec() implements Codec<ItemState> {
    private static final int WITH_LINE = 2;

    @Override
    public int layout() {
      return WITH_LINE;
    }

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
      copy.isSupplyChanged = state.isSupplyChanged;
      copy.ofLine = state.ofLine;
      copy.isLimited = state.isLimited;
      return copy;
    }

    @Override
    public void write(ItemState state, DataOutputView out) throws IOException {
      state.pace.write(out);
      out.writeInt(state.losses.size());
      for (InventoryEvent.Lost lost : state.losses.values()) {
        EventCodec.writeLost(lost, out);
      }
      out.writeBoolean(state.isSupplyChanged);
      out.writeDouble(state.ofLine);
      out.writeBoolean(state.isLimited);
    }

    @Override
    public ItemState read(DataInputView in, int layout) throws IOException {
      ItemState state = new ItemState(Pace.read(in));
      int losses = in.readInt();
      for (int i = 0; i < losses; i++) {
        InventoryEvent.Lost lost = EventCodec.readLost(in);
        state.losses.put(lost.loss(), lost);
      }
      state.isSupplyChanged = in.readBoolean();
      if (layout >= WITH_LINE) {
        state.ofLine = in.readDouble();
        state.isLimited = in.readBoolean();
      }
      return state;
    }
  }
}
