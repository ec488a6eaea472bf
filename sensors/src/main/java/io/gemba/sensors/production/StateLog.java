package io.gemba.sensors.production;

import io.gemba.message.MachineState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one machine in the order of their event times, as far back as windows can still
 * change. A state holds until the next message, at most {@value #HOLDS_MILLIS} ms: of a machine
 * that is silent for longer nobody knows what it does. About 40 bytes a message. Not thread safe.
 */
final class StateLog {
  static final long HOLDS_MILLIS = 300_000;

  /**
   * One message.
   *
   * @param reason empty when none was given
   */
  record Entry(
      long atMillis, MachineState.State state, String reason, long good, long scrap, long rework) {}

  /** Receives the spans of a walk. */
  interface Spans {
    void span(Entry entry, long fromMillis, long toMillis);
  }

  private final List<Entry> entries = new ArrayList<>();

  void add(MachineState message) {
    String reason = message.reason() == null ? "" : message.reason();
    Entry entry =
        new Entry(
            message.at().toEpochMilli(),
            message.state(),
            reason,
            message.goodCount(),
            message.scrapCount(),
            message.reworkCount());
    int at = entries.size();
    while (at > 0 && entries.get(at - 1).atMillis() > entry.atMillis()) {
      at--;
    }
    entries.add(at, entry);
  }

  /** Calls with every stretch of a known state between two moments, in order. */
  void walk(long fromMillis, long toMillis, Spans spans) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      long next = i + 1 < entries.size() ? entries.get(i + 1).atMillis() : toMillis;
      long from = Math.max(fromMillis, entry.atMillis());
      long to = Math.min(toMillis, Math.min(next, entry.atMillis() + HOLDS_MILLIS));
      if (from < to) {
        spans.span(entry, from, to);
      }
    }
  }

  /** The messages of a span, its end not included. */
  List<Entry> between(long fromMillis, long toMillis) {
    return entries.stream()
        .filter(entry -> entry.atMillis() >= fromMillis && entry.atMillis() < toMillis)
        .toList();
  }

  /** Drops what can no longer matter to windows that begin at or after a moment. */
  void forgetBefore(long millis) {
    entries.removeIf(entry -> entry.atMillis() < millis - HOLDS_MILLIS);
  }

  int size() {
    return entries.size();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeLong(entry.atMillis());
      out.writeUTF(entry.state().name());
      out.writeUTF(Text.bounded(entry.reason()));
      out.writeLong(entry.good());
      out.writeLong(entry.scrap());
      out.writeLong(entry.rework());
    }
  }

  void fill(DataInput in, int layout) throws IOException {
    entries.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      entries.add(
          new Entry(
              in.readLong(),
              MachineState.State.valueOf(in.readUTF()),
              in.readUTF(),
              in.readLong(),
              in.readLong(),
              layout >= MachineWatch.LAYOUT_WITH_REWORK ? in.readLong() : 0));
    }
  }
}
