package io.gemba.jobs.demand;

import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Which workloads of a place of work were sent last, by task and day. */
final class WorkState {
  private final Pace pace;
  private final Map<String, Sent> sent = new HashMap<>();

  private record Sent(int day, int revision, int fingerprint) {}

  WorkState() {
    this(new Pace());
  }

  private WorkState(Pace pace) {
    this.pace = pace;
  }

  Pace pace() {
    return pace;
  }

  /** Whether no work was ever sent, or none that is not past. */
  boolean hasSentNothing() {
    return sent.isEmpty();
  }

  /** Forgets what is past. */
  void forgetBefore(int day) {
    sent.values().removeIf(last -> last.day < day);
  }

  /** The revision to send work with, or nothing when it was sent already. */
  OptionalInt revision(WorkloadRule.Work work) {
    int fingerprint =
        ForecastMessages.rounded(work.mean()).hashCode() * 31 + Arrays.deepHashCode(work.units());
    String key = work.task() + "/" + work.day();
    Sent last = sent.get(key);
    if (last != null && last.fingerprint == fingerprint) {
      return OptionalInt.empty();
    }
    int revision = last == null ? 0 : last.revision + 1;
    sent.put(key, new Sent(work.day(), revision, fingerprint));
    return OptionalInt.of(revision);
  }

  /** About 30 bytes for each task and day. */
  record StateCodec() implements Codec<WorkState> {
    @Override
    public Class<WorkState> type() {
      return WorkState.class;
    }

    @Override
    public boolean isImmutable() {
      return false;
    }

    @Override
    public WorkState copy(WorkState state) {
      WorkState copy = new WorkState(state.pace.copy());
      copy.sent.putAll(state.sent);
      return copy;
    }

    @Override
    public void write(WorkState state, DataOutputView out) throws IOException {
      state.pace.write(out);
      out.writeInt(state.sent.size());
      for (Map.Entry<String, Sent> entry : state.sent.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().day);
        out.writeInt(entry.getValue().revision);
        out.writeInt(entry.getValue().fingerprint);
      }
    }

    @Override
    public WorkState read(DataInputView in, int layout) throws IOException {
      WorkState state = new WorkState(Pace.read(in));
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        state.sent.put(in.readUTF(), new Sent(in.readInt(), in.readInt(), in.readInt()));
      }
      return state;
    }
  }
}
