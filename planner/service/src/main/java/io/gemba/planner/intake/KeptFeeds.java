package io.gemba.planner.intake;

import io.gemba.message.Topic;
import io.gemba.planner.store.LatestTable;
import java.util.List;
import java.util.function.Function;

/** Makes feeds whose listener is told of what has been committed. */
final class KeptFeeds {
  private final TopicFeeds.Listener listener;

  KeptFeeds(TopicFeeds.Listener listener) {
    this.listener = listener;
  }

  /** A feed whose records do more than to be kept. */
  <T> Feed<T> feed(Topic topic, Class<T> type, Feed.Effect<T> effect) {
    return new Feed<>(topic, type, effect, records -> listener.came(topic));
  }

  /** A feed whose records are kept in a table, each as a row. */
  <T> Feed<T> kept(
      Topic topic, Class<T> type, LatestTable<T> table, Function<T, LatestTable.Row<T>> row) {
    return feed(topic, type, (transaction, records) -> table.put(transaction, rows(records, row)));
  }

  static <T> List<LatestTable.Row<T>> rows(List<T> records, Function<T, LatestTable.Row<T>> row) {
    return records.stream().map(row).toList();
  }
}
