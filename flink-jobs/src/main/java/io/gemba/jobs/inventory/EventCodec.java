package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.jobs.stream.Codec;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Stock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Kind number, then the fields. A forecast takes about 900 bytes. */
record EventCodec() implements Codec<InventoryEvent> {

  @Override
  public Class<InventoryEvent> type() {
    return InventoryEvent.class;
  }

  @Override
  public void write(InventoryEvent event, DataOutputView out) throws IOException {
    out.writeByte(InventoryEvent.KINDS.indexOf(event.getClass()));
    if (event instanceof InventoryEvent.Expected expected) {
      out.writeUTF(expected.item());
      out.writeUTF(expected.place());
      writeOutlook(expected.demand(), out);
    } else if (event instanceof InventoryEvent.Stocked stocked) {
      MessageTypes.codec(Stock.class).write(stocked.stock(), out);
    } else if (event instanceof InventoryEvent.Ordered ordered) {
      writeOrdered(ordered, out);
    } else if (event instanceof InventoryEvent.Lost lost) {
      writeLost(lost, out);
    } else if (event instanceof InventoryEvent.Shared shared) {
      out.writeUTF(shared.item());
      out.writeDouble(shared.ofLine());
    }
  }

  @Override
  public InventoryEvent read(DataInputView in, int layout) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 0 -> new InventoryEvent.Expected(in.readUTF(), in.readUTF(), readOutlook(in));
      case 1 ->
          new InventoryEvent.Stocked(
              MessageTypes.codec(Stock.class).read(in, MessageTypes.codec(Stock.class).layout()));
      case 2 -> readOrdered(in);
      case 3 -> readLost(in);
      case 4 -> new InventoryEvent.Shared(in.readUTF(), in.readDouble());
      default -> throw new IOException("Kind " + kind + " is not known. Was it written later?");
    };
  }

  static void writeOutlook(DemandOutlook outlook, DataOutput out) throws IOException {
    out.writeInt(outlook.origin());
    out.writeInt(outlook.days());
    out.writeInt(outlook.levels().length);
    for (float mean : outlook.mean()) {
      out.writeFloat(mean);
    }
    for (int level = 0; level < outlook.levels().length; level++) {
      out.writeFloat(outlook.levels()[level]);
      for (float units : outlook.cumulative()[level]) {
        out.writeFloat(units);
      }
    }
  }

  static DemandOutlook readOutlook(DataInput in) throws IOException {
    int origin = in.readInt();
    int days = in.readInt();
    float[] levels = new float[in.readInt()];
    float[] mean = floats(in, days);
    float[][] cumulative = new float[levels.length][];
    for (int level = 0; level < levels.length; level++) {
      levels[level] = in.readFloat();
      cumulative[level] = floats(in, days);
    }
    return new DemandOutlook(origin, levels, mean, cumulative);
  }

  static void writeOrdered(InventoryEvent.Ordered ordered, DataOutput out) throws IOException {
    out.writeUTF(ordered.item());
    out.writeUTF(ordered.place());
    out.writeUTF(ordered.order());
    out.writeBoolean(ordered.isOpen());
    out.writeDouble(ordered.quantity());
    out.writeInt(ordered.dueDay());
  }

  static InventoryEvent.Ordered readOrdered(DataInput in) throws IOException {
    return new InventoryEvent.Ordered(
        in.readUTF(), in.readUTF(), in.readUTF(), in.readBoolean(), in.readDouble(), in.readInt());
  }

  static void writeLost(InventoryEvent.Lost lost, DataOutput out) throws IOException {
    out.writeUTF(lost.item());
    out.writeUTF(lost.loss());
    out.writeInt(lost.revision());
    out.writeDouble(lost.units());
    out.writeLong(lost.untilMillis());
    out.writeUTF(lost.what());
  }

  static InventoryEvent.Lost readLost(DataInput in) throws IOException {
    return new InventoryEvent.Lost(
        in.readUTF(), in.readUTF(), in.readInt(), in.readDouble(), in.readLong(), in.readUTF());
  }

  private static float[] floats(DataInput in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
