package io.gemba.jobs.mqtt;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.jspecify.annotations.Nullable;

/** Has nothing to divide: see {@link MqttSplit}. */
final class MqttEnumerator implements SplitEnumerator<MqttSplit, Integer> {
  /** The state of an enumerator: it has none. */
  static final Integer NOTHING = 0;

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {}

  @Override
  public void addSplitsBack(List<MqttSplit> splits, int subtask) {}

  @Override
  public void addReader(int subtask) {}

  @Override
  public Integer snapshotState(long checkpoint) {
    return NOTHING;
  }

  @Override
  public void close() {}
}
