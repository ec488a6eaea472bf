package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What people taught about the alarms of one series or machine: a {@link Strictness} for each
 * statistic, each episode counted once. 16 bytes a statistic and the last {@value #REMEMBERED_IDS}
 * ids. Not thread safe.
 */
final class Lessons {
  private static final int REMEMBERED_IDS = 8;

  private final List<String> statistics;
  private final Strictness[] strictness;
  private final Deque<String> taught = new ArrayDeque<>();

  /** Nothing was taught. */
  Lessons(List<String> statistics) {
    this.statistics = statistics;
    this.strictness = new Strictness[statistics.size()];
    for (int i = 0; i < strictness.length; i++) {
      strictness[i] = new Strictness();
    }
  }

  /**
   * Learns that an alarm was no fault.
   *
   * @param id of the episode; the last {@value #REMEMBERED_IDS} are not learnt again
   * @param statistic what raised it; one that is not known is ignored
   * @param lastMillis event time of the last reading that belongs to it
   */
  void notAFault(String id, String statistic, long lastMillis) {
    int index = statistics.indexOf(statistic);
    if (index < 0 || taught.contains(id)) {
      return;
    }
    taught.addLast(id);
    if (taught.size() > REMEMBERED_IDS) {
      taught.removeFirst();
    }
    strictness[index].add(lastMillis);
  }

  /** Decades that a statistic must be rarer at a time; 0 for one that is not known. */
  double decades(String statistic, long atMillis) {
    int index = statistics.indexOf(statistic);
    return index < 0 ? 0 : strictness[index].decades(atMillis);
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(taught.size());
    for (String id : taught) {
      out.writeUTF(id);
    }
    for (Strictness one : strictness) {
      one.write(out);
    }
  }

  void fill(DataInput in) throws IOException {
    int ids = in.readUnsignedByte();
    for (int i = 0; i < ids; i++) {
      taught.addLast(in.readUTF());
    }
    for (Strictness one : strictness) {
      one.fill(in);
    }
  }
}
