package io.gemba.jobs.demand;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.DemandHistory;
import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** One item at one place: its history, and which forecast was sent last. */
final class SeriesState {
  private final DemandHistory history;
  private boolean isChanged;
  private int sentOrigin = Integer.MIN_VALUE;
  private int sentRevision;
  private long sentFingerprint;

  SeriesState() {
    this(new DemandHistory());
  }

  private SeriesState(DemandHistory history) {
    this.history = history;
  }

  DemandHistory history() {
    return history;
  }

  boolean isChanged() {
    return isChanged;
  }

  void change() {
    isChanged = true;
  }

  /** Settles the state and tells whether the forecast says anything new. */
  boolean isNews(DemandForecast forecast) {
    isChanged = false;
    long fingerprint = forecast.fingerprint();
    if (forecast.origin() == sentOrigin && fingerprint == sentFingerprint) {
      return false;
    }
    sentRevision = forecast.origin() == sentOrigin ? sentRevision + 1 : 0;
    sentOrigin = forecast.origin();
    sentFingerprint = fingerprint;
    return true;
  }

  /** Whether a forecast was ever sent. */
  boolean wasSent() {
    return sentOrigin != Integer.MIN_VALUE;
  }

  /** Revision of the forecast that was sent last. */
  int sentRevision() {
    return sentRevision;
  }

  /** 6,170 bytes, and what the history keeps of sales. */
  record StateCodec() implements Codec<SeriesState> {
    @Override
    public Class<SeriesState> type() {
      return SeriesState.class;
    }

    @Override
    public boolean isImmutable() {
      return false;
    }

    @Override
    public SeriesState copy(SeriesState state) {
      SeriesState copy = new SeriesState(state.history.copy());
      copy.isChanged = state.isChanged;
      copy.sentOrigin = state.sentOrigin;
      copy.sentRevision = state.sentRevision;
      copy.sentFingerprint = state.sentFingerprint;
      return copy;
    }

    @Override
    public void write(SeriesState state, DataOutputView out) throws IOException {
      state.history.write(out);
      out.writeBoolean(state.isChanged);
      out.writeInt(state.sentOrigin);
      out.writeInt(state.sentRevision);
      out.writeLong(state.sentFingerprint);
    }

    @Override
    public SeriesState read(DataInputView in, int layout) throws IOException {
      SeriesState state = new SeriesState(DemandHistory.read(in));
      state.isChanged = in.readBoolean();
      state.sentOrigin = in.readInt();
      state.sentRevision = in.readInt();
      state.sentFingerprint = in.readLong();
      return state;
    }
  }
}
