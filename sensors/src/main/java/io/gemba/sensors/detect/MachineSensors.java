package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The sensors of a machine that are judged together.
 *
 * @param machine its id
 * @param ids full sensor ids, at least 2, in the order of the site file
 * @param rowMillis between two rows, above 0: the longest expected time between readings of one
 */
public record MachineSensors(String machine, List<String> ids, long rowMillis)
    implements Serializable {
  private static final int FEWEST = 2;

  /**
   * @throws IllegalArgumentException if there are fewer than two sensors or no time between rows
   */
  public MachineSensors {
    ids = List.copyOf(ids);
    if (ids.size() < FEWEST) {
      throw new IllegalArgumentException(
          "Machine '%s' has %d sensors. Only two or more can be judged together."
              .formatted(machine, ids.size()));
    }
    if (rowMillis <= 0) {
      throw new IllegalArgumentException(
          "rowMillis (%d) of machine '%s' must be above 0.".formatted(rowMillis, machine));
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(machine);
    out.writeInt(ids.size());
    for (String id : ids) {
      out.writeUTF(id);
    }
    out.writeLong(rowMillis);
  }

  static MachineSensors read(DataInput in) throws IOException {
    String machine = in.readUTF();
    int count = in.readInt();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(in.readUTF());
    }
    return new MachineSensors(machine, ids, in.readLong());
  }
}
