package io.gemba.sensors.quality;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which sequence numbers of a device were seen: at most {@value #MOST} disjoint ranges, ascending.
 *
 * <p>Numbers without gaps are one range of 16 bytes however many there are, so repeats are told
 * from latecomers at any distance. Where numbers have gaps (a sequence made from times), the lowest
 * range is forgotten when there are too many, and all up to it counts as seen. Not thread safe;
 * O(1) in order, O(ranges) out of order.
 */
public final class SeenSequences {
  static final int MOST = 128;

  // layout: from[i] <= to[i] < from[i + 1] - 1
  private long[] from = new long[2];
  private long[] to = new long[2];
  private int size;
  private long forgottenUpTo = Long.MIN_VALUE;

  /**
   * Takes a number in.
   *
   * @return false if it was seen before, or is so old that nobody knows
   */
  public boolean add(long seq) {
    if (size > 0 && seq == to[size - 1] + 1) {
      to[size - 1] = seq;
      return true;
    }
    if (size > 0 && seq <= forgottenUpTo) {
      return false;
    }
    int at = size;
    while (at > 0 && from[at - 1] > seq) {
      at--;
    }
    if (at > 0 && seq <= to[at - 1]) {
      return false;
    }
    insert(at, seq);
    return true;
  }

  /** Forgets all but this number: the device has begun to count anew. */
  public void restart(long seq) {
    size = 0;
    forgottenUpTo = Long.MIN_VALUE;
    insert(0, seq);
  }

  private void insert(int at, long seq) {
    boolean touchesBelow = at > 0 && to[at - 1] == seq - 1;
    boolean touchesAbove = at < size && from[at] == seq + 1;
    if (touchesBelow && touchesAbove) {
      to[at - 1] = to[at];
      remove(at);
    } else if (touchesBelow) {
      to[at - 1] = seq;
    } else if (touchesAbove) {
      from[at] = seq;
    } else {
      open(at, seq);
    }
  }

  private void open(int position, long seq) {
    int at = position;
    if (size == MOST) {
      if (at == 0) {
        // lower than all that is known: it takes the place of what would be forgotten
        forgottenUpTo = seq;
        return;
      }
      forgottenUpTo = to[0];
      remove(0);
      at--;
    }
    if (size == from.length) {
      from = java.util.Arrays.copyOf(from, Math.min(MOST, size * 2));
      to = java.util.Arrays.copyOf(to, Math.min(MOST, size * 2));
    }
    System.arraycopy(from, at, from, at + 1, size - at);
    System.arraycopy(to, at, to, at + 1, size - at);
    from[at] = seq;
    to[at] = seq;
    size++;
  }

  private void remove(int at) {
    System.arraycopy(from, at + 1, from, at, size - at - 1);
    System.arraycopy(to, at + 1, to, at, size - at - 1);
    size--;
  }

  int ranges() {
    return size;
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(forgottenUpTo);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(from[i]);
      out.writeLong(to[i]);
    }
  }

  /** Takes the state that {@link #write} wrote. */
  public void fill(DataInput in) throws IOException {
    forgottenUpTo = in.readLong();
    size = in.readInt();
    from = new long[Math.max(2, size)];
    to = new long[Math.max(2, size)];
    for (int i = 0; i < size; i++) {
      from[i] = in.readLong();
      to[i] = in.readLong();
    }
  }
}
